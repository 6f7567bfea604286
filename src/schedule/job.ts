import type { Tx } from '../store/db.ts';

/** Work that comes again and again, done by one process at a time. */
export interface Job {
  /** Never reused for another job: times and results are kept by it. */
  readonly name: string;
  /** From one beginning to the next. */
  readonly everyMs: number;
  /** A process that dies gives the job back after this long; one that lives renews it. */
  readonly leaseMs: number;
  /**
   * Does the work and says what came of it, without personal data. What must not be done by two at once goes through `turn.transact`.
   * Long work looks at `turn.signal` between two steps and throws its reason when it is aborted.
   */
  run(turn: JobTurn): Promise<string | undefined>;
}

/** A job's turn as the job sees it. */
export interface JobTurn {
  /** When it began. */
  readonly at: Date;
  /** Grows with each turn, in whatever process: whoever keeps the highest number seen can refuse a late one. */
  readonly leaseNo: number;
  /** Aborted when another process has taken the turn, or may have, and when this process ends. */
  readonly signal: AbortSignal;
  /** False as soon as another process may have the turn. */
  readonly stillMine: () => boolean;
  /** One transaction within the turn: nobody else takes it before the commit; throws a LostTurn, with nothing done, where somebody has. */
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** Another process has taken the job over, or may have: what was under way is not done. */
export class LostTurn extends Error {
  override readonly name = 'LostTurn';
  constructor(job: string) {
    super(
      `Giliran ${job} sudah diambil proses lain; yang belum selesai dibatalkan.\nThe turn of ${job} was taken by another process; what was not finished is undone.`,
    );
  }
}

/** What became of a look at a job. `idle`: not due, or in other hands. `broken-off`: this process ends, and the turn was given back. */
export type TurnOutcome =
  | { readonly kind: 'idle' | 'broken-off' }
  | { readonly kind: 'done'; readonly result: string | undefined }
  | { readonly kind: 'failed' | 'lost'; readonly fault: unknown };
