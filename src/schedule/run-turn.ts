import type { HeldTurn } from '../store/schedule.ts';
import type { Store } from '../store/open-store.ts';
import { LostTurn, type Job, type JobTurn, type TurnOutcome } from './job.ts';
import { keepLease, type KeptLease } from './keep-lease.ts';
import type { Pause } from './pause.ts';

/** What running jobs needs from outside. */
export interface ScheduleParts {
  readonly store: Pick<Store, 'db' | 'schedule' | 'transact'>;
  /** Name of this process in leases. */
  readonly owner: string;
  readonly now: () => Date;
  readonly pause: Pause;
  /** Told whatever became of a look at a job, and each renewal that failed. */
  readonly onOutcome: (job: string, outcome: TurnOutcome) => void;
}

/** Runs a job once if it is due and in nobody's hands. Rejects only when the store cannot be asked. */
export async function runTurn(job: Job, parts: ScheduleParts, ending: AbortSignal): Promise<TurnOutcome> {
  const { store, owner, now } = parts;
  const at = now();
  const turn = await store.schedule.takeTurn(store.db, { job: job.name, owner, now: at, leaseMs: job.leaseMs });
  if (turn === undefined) return { kind: 'idle' };
  const lease = keepLease({
    leaseMs: job.leaseMs,
    takenAt: at,
    renew: (until) => store.schedule.renewTurn(store.db, turn, until),
    now,
    pause: parts.pause,
    onFault: (fault) => {
      parts.onOutcome(job.name, { kind: 'failed', fault });
    },
  });
  const jobTurn = toJobTurn(turn, { at, lease, ending, store });
  const ended = await job.run(jobTurn).then(toDone, (fault: unknown): TurnOutcome => ({ kind: 'failed', fault }));
  // What a job calls a fault while its process ends is none of its own.
  const outcome: TurnOutcome = ended.kind === 'failed' && ending.aborted ? { kind: 'broken-off' } : ended;
  const written = await endTurn(outcome, { job, turn, at }, parts).finally(lease.release);
  return written ? outcome : { kind: 'lost', fault: new LostTurn(job.name) };
}

function toDone(result: string | undefined): TurnOutcome {
  return { kind: 'done', result };
}

interface Turning {
  readonly at: Date;
  readonly lease: KeptLease;
  readonly ending: AbortSignal;
  readonly store: ScheduleParts['store'];
}

function toJobTurn(turn: HeldTurn, { at, lease, ending, store }: Turning): JobTurn {
  return {
    at,
    leaseNo: turn.leaseNo,
    signal: AbortSignal.any([lease.lost, ending]),
    stillMine: lease.stillMine,
    transact: (work) =>
      store.transact(async (tx) => {
        if (!(await store.schedule.holdTurn(tx, turn))) throw new LostTurn(turn.job);
        return work(tx);
      }),
  };
}

/** False when somebody else has the turn meanwhile. */
async function endTurn(
  outcome: TurnOutcome,
  { job, turn, at }: { readonly job: Job; readonly turn: HeldTurn; readonly at: Date },
  { store, now }: ScheduleParts,
): Promise<boolean> {
  switch (outcome.kind) {
    case 'idle':
    case 'lost':
      return true;
    case 'broken-off':
      return store.schedule.giveTurnBack(store.db, turn);
    case 'done':
    case 'failed':
      return store.schedule.endTurn(store.db, turn, {
        at: now(),
        succeeded: outcome.kind === 'done',
        result: outcome.kind === 'done' ? outcome.result : toFaultWord(outcome.fault),
        nextAt: new Date(at.getTime() + job.everyMs),
      });
  }
}

/** A fault by its code or name: its text may hold anything. */
function toFaultWord(fault: unknown): string {
  const code: unknown = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : undefined;
  const name = fault instanceof Error ? fault.name : typeof fault;
  return `gagal: ${typeof code === 'string' ? code : name}`;
}
