import { setTimeout as pause } from 'node:timers/promises';
import { createSeededRandom } from '../../test/generate/seeded-random.ts';
import { checkSandbox } from '../crash/check-sandbox.ts';
import { checkRows, checkStore } from '../crash/check-store.ts';
import { createFindings, type Findings } from '../crash/findings.ts';
import type { MixedLoad, PlaceLoad } from '../crash/load.ts';
import { inventLoad } from '../crash/mixed-load.ts';
import { waitUntilQuiet } from '../crash/wait-until-quiet.ts';
import { submitLoad, type Acknowledged, type RunningLoad } from '../proof/submit-load.ts';
import { fillOnce, type Filling, type FullDisk } from './fill-once.ts';
import { openFullStage, type FullStage } from './full-stage.ts';
import { createOtherAnswers, type OtherAnswers } from './note-answers.ts';

/** How often the disk gets full, and how large it is. */
export interface FullOptions {
  readonly rounds: number;
  readonly seed: number;
  readonly megabytes: number;
  readonly keep: boolean;
  readonly tell: (line: string) => void;
}

/** What a run saw. */
export interface FullRun {
  readonly disks: readonly FullDisk[];
  readonly answers202: number;
  readonly other: OtherAnswers;
  readonly findings: Findings;
  readonly visits: number;
  readonly seconds: number;
}

const clients = 6;
const rowsPerRound = 700;
const stillMs = 120_000;

/** Hands in files while the disk under the gateway gets full again and again, and holds store and sandbox against the truth. */
export async function runDiskFull({ rounds, seed, megabytes, keep, tell }: FullOptions): Promise<FullRun> {
  const since = Date.now();
  const mixed = inventLoad(rowsPerRound * (rounds + 1), seed);
  const stage = await openFullStage(mixed, megabytes, keep);
  try {
    tell(`${String(mixed.rows)} rows of ${String(mixed.places.length)} posyandu, ${String(megabytes)} MB in ${stage.volume.dir}`);
    const other = createOtherAnswers();
    // The last posyandu come when the disk has just been freed, and once more, with all their files, in the end.
    const [first, fresh] = [mixed.places.slice(0, -rounds), mixed.places.slice(-rounds)];
    const submitting = { clients, onOther: other.onOther, random: createSeededRandom(seed + 1) };
    const load = submitLoad({ ...mixed, places: first }, stage.door, submitting);
    const disks = await fillAll({ stage, load, other, random: createSeededRandom(seed + 2) }, fresh, tell);
    const rest = submitLoad({ ...mixed, places: fresh }, stage.door, submitting);
    const lived = await waitForEnd([load, rest], stage);
    const acknowledged = [...load.acknowledged, ...rest.acknowledged];
    const findings = lived ? await check(mixed, stage, acknowledged) : { ...createFindings(), missing: ['the gateway ended by itself'] };
    const seconds = Math.round((Date.now() - since) / 1000);
    return { disks, answers202: acknowledged.length + disks.length, other, findings, visits: mixed.visits.size, seconds };
  } finally {
    await stage.close();
  }
}

async function fillAll(filling: Filling, fresh: readonly PlaceLoad[], tell: FullOptions['tell']): Promise<readonly FullDisk[]> {
  const disks: FullDisk[] = [];
  for (const [round, { waves }] of fresh.entries()) {
    const file = waves[0]?.[0];
    if (file === undefined) throw new Error('A posyandu without a file cannot be');
    const disk = await fillOnce(filling, round % 2 === 0 ? 'tables' : 'log', file);
    disks.push(disk);
    const { kind, refused, unclear, recoveredMs, serverEnded, broken } = disk;
    const healed = recoveredMs === undefined ? 'NOT SERVED AGAIN' : `a 202 again ${String(recoveredMs)} ms after space was freed`;
    tell(
      `${String(round + 1)}/${String(fresh.length)} ${kind}: ${String(refused)} answers 503, ${String(unclear)} unclear; PostgreSQL ${serverEnded ? 'ended and was started again' : 'lived'}; ${healed}; ${String(broken.length)} half stored`,
    );
  }
  return disks;
}

/** False when the gateway ended before everything was handed in. */
async function waitForEnd(loads: readonly RunningLoad[], { gateway }: FullStage): Promise<boolean> {
  while (!gateway.hasEnded() && loads.some((load) => !load.hasEnded())) await pause(100);
  await Promise.all(loads.map((load) => load.stop()));
  return !gateway.hasEnded();
}

/** The crash test's own questions: is everything there, once, here and at the platform? */
async function check(
  mixed: MixedLoad,
  { database, door, sandboxUrl }: FullStage,
  acknowledged: readonly Acknowledged[],
): Promise<Findings> {
  const findings = createFindings();
  const left = await waitUntilQuiet(database, stillMs);
  if (left !== undefined) findings.upstreamMissing.push(`still underway after ${String(stillMs / 1000)} s without any change: ${left}`);
  const files = [...new Map(acknowledged.map(({ file, id }) => [id, { file, id }] as const)).values()];
  const ids = await checkRows(mixed, files, door, findings);
  await checkStore(mixed, files.length, ids, { home: database, findings });
  await checkSandbox(mixed, sandboxUrl, ids, { home: database, findings });
  return findings;
}
