import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { SeededRandom } from '../../test/generate/seeded-random.ts';
import { askDatabase } from '../../test/scenarios/a-gateway-process.ts';
import type { Stage } from './stage.ts';

/** Who dies. `silent-commit` is the gateway between the sandbox's commit and our settle; `start` the gateway while it starts. */
export const killKinds = ['gateway', 'silent-commit', 'postgres', 'backend', 'both', 'start'] as const;
export type KillKind = (typeof killKinds)[number];

/** A kill before it happens: who, and how long after everything serves again. */
export interface PlannedKill {
  readonly kind: KillKind;
  readonly afterMs: number;
  /** The wait ends with the next 202, so that what was promised a moment ago is at stake. */
  readonly afterAnswer: boolean;
  /** For `both`: PostgreSQL before the gateway. For `start`: unused. */
  readonly postgresFirst: boolean;
  /** For `start`: how far the start has got. */
  readonly startMs: number;
}

/** What a kill met. */
export interface KillOutcome {
  /** For `silent-commit`: the sandbox had kept something whose answer never came. */
  readonly hitSilence: boolean;
  /** For kills of PostgreSQL alone: milliseconds until the living gateway served again; undefined where it had to be started anew. */
  readonly healedMs?: number | undefined;
}

// Of a hundred kills.
const shares: readonly (readonly [KillKind, number])[] = [
  ['gateway', 25],
  ['silent-commit', 25],
  ['postgres', 15],
  ['backend', 10],
  ['both', 15],
  ['start', 10],
];

/** Draws the next kill. */
export function planKill(random: SeededRandom): PlannedKill {
  let mark = random.between(1, 100);
  const plan = {
    afterMs: random.between(50, 1100),
    postgresFirst: random.chance(50),
    startMs: random.between(50, 1200),
    afterAnswer: random.chance(60),
  };
  for (const [kind, share] of shares) {
    if (mark <= share) return { kind, ...plan };
    mark -= share;
  }
  return { kind: 'gateway', ...plan };
}

/** What a kill depends on. */
export interface Circumstances {
  /** How long a gateway whose PostgreSQL died may take to heal. */
  readonly patienceMs: number;
  readonly acknowledgement: () => Promise<void>;
}

/** Waits, kills with SIGKILL, and lets everything serve again. */
export async function killOnce(stage: Stage, plan: PlannedKill, { patienceMs, acknowledgement }: Circumstances): Promise<KillOutcome> {
  const hitSilence = plan.kind === 'silent-commit' ? await waitForSilence(stage) : await waitForMoment(plan, acknowledgement);
  await strike(stage, plan);
  if (plan.kind === 'postgres') return { hitSilence, healedMs: await healOrRestart(stage, patienceMs) };
  if (plan.kind === 'backend') return { hitSilence, healedMs: await healOrRestart(stage, Math.max(patienceMs, 8000)) };
  if (plan.kind === 'silent-commit') await fetch(`${stage.sandboxUrl}/_sandbox/faults`, { method: 'DELETE' });
  await stage.restart();
  return { hitSilence };
}

async function waitForMoment({ afterAnswer, afterMs }: PlannedKill, acknowledgement: () => Promise<void>): Promise<false> {
  if (!afterAnswer) return pause(afterMs, false);
  await Promise.race([acknowledgement(), pause(1500)]);
  return pause(afterMs % 20, false);
}

async function strike(stage: Stage, { kind, startMs, postgresFirst }: PlannedKill): Promise<void> {
  switch (kind) {
    case 'gateway':
    case 'silent-commit':
      await stage.gateway().end('SIGKILL');
      return;
    case 'start':
      await stage.gateway().end('SIGKILL');
      return killStarting(stage, startMs);
    case 'postgres':
      return killPostmaster(stage);
    case 'backend':
      return killBackend(stage);
    case 'both':
      return killBoth(stage, postgresFirst);
  }
}

/** The sandbox keeps visits and says nothing; true once it has kept one. Where nothing is on its way, the wait is short. */
async function waitForSilence(stage: Stage): Promise<boolean> {
  await fetch(`${stage.sandboxUrl}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'lost-after-commit', hang: true, times: 8, match: { method: 'POST', path: '^/fhir-r4/v1/?$' } }),
  });
  for (let tries = 0; tries < 60; tries += 1) {
    const answer = await fetch(`${stage.sandboxUrl}/_sandbox/faults`);
    const { faults } = (await answer.json()) as { readonly faults: readonly { readonly hits: number }[] };
    // A hit is counted when the message comes in; the commit follows within milliseconds.
    if ((faults[0]?.hits ?? 0) > 0) return pause(60, true);
    await pause(25);
  }
  return false;
}

async function killStarting(stage: Stage, startMs: number): Promise<void> {
  const starting = stage.begin();
  await pause(startMs);
  await starting.end('SIGKILL');
}

async function killBoth(stage: Stage, postgresFirst: boolean): Promise<void> {
  if (postgresFirst) await killPostmaster(stage);
  await stage.gateway().end('SIGKILL');
  if (!postgresFirst) await killPostmaster(stage);
}

async function killPostmaster({ pgData }: Stage): Promise<void> {
  const pid = Number((await readFile(join(pgData, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  process.kill(pid, 'SIGKILL');
}

/** One server process of the gateway's dies; PostgreSQL then ends all the others and replays its log. */
async function killBackend(stage: Stage): Promise<void> {
  const rows = await askDatabase(
    stage.home,
    `select pid from pg_stat_activity where application_name = 'titian' order by state = 'idle', backend_start limit 1`,
  ).catch(() => []);
  const pid = Number(rows[0]?.['pid'] ?? 0);
  if (pid > 0) process.kill(pid, 'SIGKILL');
}

async function healOrRestart(stage: Stage, patienceMs: number): Promise<number | undefined> {
  const since = Date.now();
  await pause(150);
  while (Date.now() - since < patienceMs && !stage.gateway().hasEnded()) {
    if (await isReady(stage)) return Date.now() - since;
    await pause(100);
  }
  await stage.gateway().end('SIGKILL');
  await stage.restart();
  return undefined;
}

async function isReady(stage: Stage): Promise<boolean> {
  return fetch(`${await stage.url()}/readyz`, { signal: AbortSignal.timeout(1000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}
