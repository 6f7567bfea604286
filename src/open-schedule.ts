import type { Logger } from 'pino';
import { createFaultLog } from './log.ts';
import type { Job, TurnOutcome } from './schedule/job.ts';
import { pause } from './schedule/pause.ts';
import { runSchedule, type RunningSchedule } from './schedule/run-schedule.ts';
import { idempotencyKeptMs } from './store/idempotency.ts';
import type { Store } from './store/open-store.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** Bodies of messages serve whoever looks into a refusal; after ninety days (our choice) only codes and hashes are left. */
const keepBodiesMs = 90 * day;
const lookMs = 15_000;

/** What the scheduled jobs work on. */
export interface ScheduleNeeds {
  readonly store: Store;
  /** Name of this process in leases. */
  readonly owner: string;
  readonly log: Logger;
  /** Jobs of other parts. */
  readonly jobs?: readonly Job[];
}

/** Starts what is done now and then, by one gateway at a time however many there are. */
export function openSchedule({ store, owner, log, jobs = [] }: ScheduleNeeds): RunningSchedule {
  return runSchedule([releaseForgotten(store), tellForgotten(store), dropAttemptBodies(store), dropKeys(store), ...jobs], {
    store,
    owner,
    now: () => new Date(),
    pause,
    lookMs,
    onOutcome: tellOutcomes(log),
  });
}

/** A net under `settle`: whoever waits for parents that are settled, though nobody told it. */
function releaseForgotten({ owed, platforms }: Store): Job {
  return {
    name: 'lepas-yang-terlupa',
    everyMs: 10 * minute,
    leaseMs: 5 * minute,
    run: async (turn) => {
      let released = 0;
      for (const platform of platforms) released += await turn.transact((tx) => owed.releaseForgotten(tx, platform, turn.at));
      return `${String(released)} dilepas`;
    },
  };
}

/** A net while gateways of the version before are exchanged: what they store is told to senders too. */
function tellForgotten({ outcomes }: Store): Job {
  return {
    name: 'kabarkan-yang-terlupa',
    everyMs: 10 * minute,
    leaseMs: 5 * minute,
    run: async (turn) => `${String(await turn.transact((tx) => outcomes.tellForgotten(tx, turn.at)))} dikabarkan`,
  };
}

function dropAttemptBodies({ attempts }: Store): Job {
  return {
    name: 'hapus-isi-percobaan',
    everyMs: day,
    leaseMs: 10 * minute,
    run: async (turn) => {
      const before = new Date(turn.at.getTime() - keepBodiesMs);
      return `${String(await turn.transact((tx) => attempts.dropAttemptBodies(tx, before)))} dihapus`;
    },
  };
}

/** Keys of senders whose answers nobody will ask for any more. */
function dropKeys({ idempotency }: Store): Job {
  return {
    name: 'hapus-kunci-idempotensi',
    everyMs: day,
    leaseMs: 10 * minute,
    run: async (turn) => {
      const before = new Date(turn.at.getTime() - idempotencyKeptMs);
      return `${String(await turn.transact((tx) => idempotency.dropIdempotency(tx, before)))} dihapus`;
    },
  };
}

function tellOutcomes(log: Logger): (job: string, outcome: TurnOutcome) => void {
  const faultLogs = new Map<string, (fault: unknown) => void>();
  return (job, outcome) => {
    if (outcome.kind === 'done') log.debug({ event: 'job-done', job, result: outcome.result });
    if (outcome.kind !== 'failed' && outcome.kind !== 'lost') return;
    const tell = faultLogs.get(job) ?? createFaultLog(log.child({ job }), `job-${outcome.kind}`, Date.now);
    faultLogs.set(job, tell);
    tell(outcome.fault);
  };
}
