import type { Platform } from '../platforms/platform.ts';
import type { Ledger } from './debt.ts';
import type { RetryPolicy } from './decide.ts';
import type { QuotaGate } from './quota/gate.ts';

/** Everything a worker needs from outside; time and chance are arguments, so that hours are tested in seconds. */
export interface WorkerParts {
  readonly ledger: Ledger;
  readonly platform: Platform;
  readonly policy: RetryPolicy;
  readonly now: () => Date;
  readonly jitter: () => number;
  /** Debts in flight at once. */
  readonly concurrency: number;
  /** How long one message may take. A lease outlasts it and the quiet time, or a slow worker and its successor both send. */
  readonly timeoutMs: number;
  /** Keeps within what the platform allows; absent = everything is allowed. */
  readonly quota?: QuotaGate;
  /** Visits that are to be reported soon, as of a moment: where little may leave they go first. */
  readonly urgent?: (now: Date) => { readonly from: Date; readonly until: Date } | undefined;
}
