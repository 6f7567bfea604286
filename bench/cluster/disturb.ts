import { setTimeout as pause } from 'node:timers/promises';
import type { SeededRandom } from '../../test/generate/seeded-random.ts';
import type { Receiver } from '../../test/platforms/receiving/receiver.ts';
import { inFlight, scaledTimes } from './node-settings.ts';
import type { Stand } from './stand.ts';
import type { TcpProxy } from './tcp-proxy.ts';

/**
 * How a gateway loses touch: sessions ended by the server, connections cut, a wire that goes silent, a process that stands still as on a machine that
 * sleeps. The last two outlast a lease: whoever was away comes back and finds its debts in other hands.
 */
export type CutKind = 'terminate' | 'cut' | 'silence' | 'freeze';

/** One gateway's way to the database, and its process. */
export interface Wired {
  readonly wire: TcpProxy;
  readonly pid: number;
}

/** Breaks connections once, as the plan of chance says, and mends them; resolves to what it did. */
export async function cutOnce(stand: Stand, wired: () => readonly Wired[], random: SeededRandom): Promise<CutKind> {
  const kind = random.pick(['terminate', 'cut', 'silence', 'freeze'] as const);
  const any = wired()[random.between(0, wired().length - 1)];
  switch (kind) {
    case 'terminate':
      await terminateSome(stand, random);
      break;
    case 'cut':
      any?.wire.cut();
      await pause(random.between(50, 1500));
      any?.wire.mend();
      break;
    case 'silence':
    case 'freeze':
      await loseTouch(stand, kind, (await findBusy(stand, wired)) ?? any);
  }
  return kind;
}

/** For longer than a lease, and until others have taken what it held; when it comes back it goes on with what is not its own any more. */
async function loseTouch(stand: Stand, kind: 'silence' | 'freeze', away: Wired | undefined): Promise<void> {
  if (away === undefined) return;
  if (kind === 'silence') away.wire.silence();
  else signal(away.pid, 'SIGSTOP');
  await pause(scaledTimes.leaseMs);
  for (let tries = 0; tries < 100 && (await holdsAny(stand, away)); tries += 1) await pause(100);
  if (kind === 'silence') away.wire.mend();
  else signal(away.pid, 'SIGCONT');
}

async function holdsAny({ ask }: Stand, { pid }: Wired): Promise<boolean> {
  return (await ask('select 1 from owed where lease_owner like $1 limit 1', [`${String(pid)}-%`])).length > 0;
}

/** Whoever was killed meanwhile is not there any more. */
function signal(pid: number, name: 'SIGSTOP' | 'SIGCONT'): void {
  try {
    process.kill(pid, name);
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'ESRCH')) throw fault;
  }
}

const holdersSql = `
  select split_part(lease_owner, '-', 1)::integer as pid, count(*)::int as debts
  from owed where lease_owner is not null and lease_until > now() and state = 'ready'
  group by lease_owner having count(*) > $1 order by debts desc`;

/** The gateway with the most debts in its hands that it has not begun; undefined where none has many for some seconds. */
async function findBusy({ ask }: Stand, wired: () => readonly Wired[]): Promise<Wired | undefined> {
  for (let tries = 0; tries < 200; tries += 1) {
    const holders = await ask<{ pid: number }>(holdersSql, [2 * inFlight]);
    const busy = wired().find(({ pid }) => holders[0]?.pid === pid);
    if (busy !== undefined) return busy;
    await pause(10);
  }
  return undefined;
}

/** Ends one to five of the gateways' sessions on the server itself, in whatever they are doing. */
async function terminateSome({ ask }: Stand, random: SeededRandom): Promise<void> {
  const sessions = await ask<{ pid: number }>(
    "select pid from pg_stat_activity where application_name = 'titian' and datname = current_database() order by state = 'idle', backend_start",
  );
  const pids = sessions.map(({ pid }) => pid).filter(() => random.chance(40));
  await ask('select pg_terminate_backend(pid) from unnest($1::integer[]) pid', [pids.slice(0, 5)]);
}

/** The receiver loses answers, cuts connections, and does late what its sender has given up: some within the quiet time, some after it. */
export function disturbReceiver(receiver: Receiver, seed: number): void {
  receiver.fault(
    { kind: 'slow', probability: 0.5, seed, delayMs: 60 },
    { kind: 'lost', probability: 0.05, seed: seed + 1 },
    { kind: 'cut', probability: 0.03, seed: seed + 2, looks: true },
    { kind: 'late', probability: 0.03, seed: seed + 3, delayMs: scaledTimes.quietMs / 2 },
    { kind: 'late', probability: 0.02, seed: seed + 4, delayMs: scaledTimes.quietMs * 2 },
    { kind: 'slow', probability: 0.005, seed: seed + 5, delayMs: scaledTimes.timeoutMs + scaledTimes.quietMs / 2 },
    { kind: 'unavailable', probability: 0.002, seed: seed + 6, retryAfterSeconds: 1 },
  );
}
