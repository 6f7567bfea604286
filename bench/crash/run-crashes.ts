import { createSeededRandom } from '../../test/generate/seeded-random.ts';
import { aGatewayHome, sweep, type GatewayHome } from '../../test/scenarios/a-gateway-process.ts';
import { checkSandbox } from './check-sandbox.ts';
import { checkRows, checkStore } from './check-store.ts';
import { createFindings, type Findings } from './findings.ts';
import { createKey } from './gateway-process.ts';
import { killOnce, planKill, type KillKind, type KillOutcome, type PlannedKill } from './kill.ts';
import type { MixedLoad } from './load.ts';
import { inventLoad } from './mixed-load.ts';
import { writeSite } from './site.ts';
import { openStage, type Stage } from './stage.ts';
import { submitLoad, type Handed, type Submitting } from './submit.ts';
import { waitUntilQuiet } from './wait-until-quiet.ts';

export interface CrashOptions {
  readonly kills: number;
  readonly seed: number;
  readonly rows: number;
  /** Leaves the folder of the run for whoever wants to look into it. */
  readonly keep: boolean;
  readonly tell: (line: string) => void;
}

export interface DoneKill extends KillOutcome {
  readonly kind: KillKind;
}

/** What a run did and what it found. */
export interface CrashRun {
  readonly seed: number;
  readonly kills: readonly DoneKill[];
  /** Data rows of files that were answered 202. */
  readonly acknowledged: number;
  readonly visits: number;
  readonly arriving: number;
  readonly repeated: number;
  /** Answers that were stored under an Idempotency-Key, came to nobody, and were given to the repeat. */
  readonly answeredLater: number;
  readonly failedStarts: number;
  readonly seconds: number;
  readonly findings: Findings;
}

const stillMs = 120_000;
const longestHealMs = 10_000;

/** Hands in mixed files while processes are killed, waits until nothing is underway, and holds store and sandbox against the truth. */
export async function runCrashes(options: CrashOptions): Promise<CrashRun> {
  const since = Date.now();
  const load = inventLoad(options.rows, options.seed);
  const home = await openHome(load);
  options.tell(
    `${String(load.rows)} rows of ${String(load.places.length)} posyandu, ${String(load.visits.size)} visits, in ${home.home.dir}`,
  );
  const stage = await openStage(home.home, home.people);
  try {
    const keys = await Promise.all(['dinkes', 'simpus', 'kader'].map((name) => createKey(stage.home, name)));
    const auditor = await createKey(stage.home, 'pengawas', ['operasi']);
    const submitting = submitLoad(load, stage, { keys, auditor }, createSeededRandom(options.seed + 1));
    const kills = await killAll(stage, submitting, options);
    const handed = await submitting.done;
    const findings = await check({ load, stage, handed, key: auditor });
    const acknowledged = handed.acknowledged.reduce((sum, { file }) => sum + file.lines.size, 0);
    const arriving = [...load.visits.values()].filter(({ arrives }) => arrives).length;
    const { repeated, answeredLater } = handed;
    const { seed } = options;
    const seconds = Math.round((Date.now() - since) / 1000);
    return {
      seed,
      kills,
      acknowledged,
      visits: load.visits.size,
      arriving,
      repeated,
      answeredLater,
      failedStarts: stage.failedStarts(),
      seconds,
      findings,
    };
  } finally {
    await stage.gateway().end('SIGTERM');
    if (!options.keep) await sweep(stage.home);
  }
}

async function openHome(load: MixedLoad): Promise<{ readonly home: GatewayHome; readonly people: string }> {
  const bare = await aGatewayHome();
  const { site, people } = await writeSite(bare.dir, load);
  return { home: { ...bare, environment: { ...bare.environment, TITIAN_SITE: site } }, people };
}

async function killAll(
  stage: Stage,
  { allow, acknowledgement }: Submitting,
  { kills, seed, tell }: CrashOptions,
): Promise<readonly DoneKill[]> {
  const random = createSeededRandom(seed + 2);
  const done: DoneKill[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    allow((kill + 1) / kills);
    const plan = kill === kills - 1 ? toLastKill(planKill(random), seed) : planKill(random);
    const began = Date.now();
    done.push({ kind: plan.kind, ...(await killOnce(stage, plan, { patienceMs: toPatienceMs(done), acknowledgement })) });
    tell(`${String(kill + 1)}/${String(kills)} ${plan.kind} ${String(Date.now() - began)} ms`);
  }
  allow(1);
  return done;
}

/** After the last kill nobody starts the gateway anew where it heals: what was underway has to be finished by the process that saw it. */
function toLastKill(plan: PlannedKill, seed: number): PlannedKill {
  return { ...plan, kind: seed % 2 === 0 ? 'postgres' : 'backend', afterAnswer: true };
}

/** A gateway that has not once healed after its PostgreSQL died will not heal now: then no time is lost with waiting. */
function toPatienceMs(done: readonly DoneKill[]): number {
  const died = done.filter(({ kind }) => kind === 'postgres');
  return died.length < 2 || died.some(({ healedMs }) => healedMs !== undefined) ? longestHealMs : 300;
}

interface Checking {
  readonly load: MixedLoad;
  readonly stage: Stage;
  readonly handed: Handed;
  readonly key: string;
}

async function check({ load, stage, handed, key }: Checking): Promise<Findings> {
  const findings = createFindings();
  const left = await waitUntilQuiet(stage.home, stillMs);
  if (left !== undefined) findings.upstreamMissing.push(`still underway after ${String(stillMs / 1000)} s without any change: ${left}`);
  for (const name of handed.otherNumber) findings.duplicated.push(`${name} got another number when it was handed in again`);
  for (const name of handed.otherAnswer) findings.duplicated.push(`${name} got another answer under the same Idempotency-Key`);
  for (const name of handed.lost) findings.missing.push(`${name} was answered 202 and is not known any more`);
  const ids = await checkRows(load, handed.acknowledged, { url: await stage.url(), key }, findings);
  await checkStore(load, handed.acknowledged.length, ids, { home: stage.home, findings });
  await checkSandbox(load, stage.sandboxUrl, ids, { home: stage.home, findings });
  return findings;
}
