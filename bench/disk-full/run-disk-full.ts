import { setTimeout as pause } from 'node:timers/promises';
import { createSeededRandom } from '../../test/generate/seeded-random.ts';
import { checkSandbox } from '../crash/check-sandbox.ts';
import { checkRows, checkStore } from '../crash/check-store.ts';
import { createFindings, type Findings } from '../crash/findings.ts';
import type { LoadFile, MixedLoad, PlaceLoad } from '../crash/load.ts';
import { inventLoad } from '../crash/mixed-load.ts';
import { waitUntilQuiet } from '../crash/wait-until-quiet.ts';
import { submitLoad, type Acknowledged, type RunningLoad } from '../proof/submit-load.ts';
import { fillOnce, type Filling, type FullDisk, type FullKind } from './fill-once.ts';
import { openFullStage, type FullStage, type Room } from './full-stage.ts';
import { createOtherAnswers, type OtherAnswers } from './note-answers.ts';

/** How the disk gets full, one time after the other, and how large it is. */
export interface FullOptions {
  readonly kinds: readonly FullKind[];
  readonly room: Room;
  readonly seed: number;
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
export async function runDiskFull({ kinds, room, seed, keep, tell }: FullOptions): Promise<FullRun> {
  const since = Date.now();
  const mixed = inventLoad(rowsPerRound * (kinds.length + 1), seed);
  const stage = await openFullStage(mixed, room, keep);
  try {
    tell(`${String(mixed.rows)} rows of ${String(mixed.places.length)} posyandu, ${String(room.megabytes)} MB in ${stage.volume.dir}`);
    const other = createOtherAnswers();
    // The last posyandu come when the disk has just been freed, and once more, with all their files, in the end.
    const [first, fresh] = [mixed.places.slice(0, -kinds.length), mixed.places.slice(-kinds.length)];
    const submitting = { clients, onOther: other.onOther, random: createSeededRandom(seed + 1) };
    const load = submitLoad({ ...mixed, places: first }, stage.door, submitting);
    const disks = await fillAll({ stage, load, other, random: createSeededRandom(seed + 2) }, toRounds(kinds, fresh), tell);
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

interface Round {
  readonly kind: FullKind;
  /** Handed in when the disk has just been freed. */
  readonly fresh: LoadFile;
}

function toRounds(kinds: readonly FullKind[], places: readonly PlaceLoad[]): readonly Round[] {
  return kinds.map((kind, index) => {
    const fresh = places[index]?.waves[0]?.[0];
    if (fresh === undefined) throw new Error('There are fewer files than times that the disk is to be full');
    return { kind, fresh };
  });
}

async function fillAll(filling: Filling, rounds: readonly Round[], tell: FullOptions['tell']): Promise<readonly FullDisk[]> {
  const disks: FullDisk[] = [];
  for (const { kind, fresh } of rounds) {
    const disk = await fillOnce(filling, kind, fresh);
    disks.push(disk);
    const { refused, unclear, recoveredMs, serverEnded, broken } = disk;
    const healed = recoveredMs === undefined ? 'NOT SERVED AGAIN' : `a 202 again ${String(recoveredMs)} ms after space was freed`;
    tell(
      `${String(disks.length)}/${String(rounds.length)} ${kind}: ${String(refused)} answers 503, ${String(unclear)} unclear; PostgreSQL ${serverEnded ? 'ended and was started again' : 'lived'}; ${healed}; ${String(broken.length)} half stored`,
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
