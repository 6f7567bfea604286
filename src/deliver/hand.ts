import type { Breaker } from './breaker.ts';
import type { Debt } from './debt.ts';
import type { Lanes } from './lanes.ts';
import type { WorkerParts } from './worker-parts.ts';

/** A debt in the hands of a worker, with what it learns about it on the way. */
export interface Hand {
  debt: Debt;
  /** True from the moment a message with an effect may have left until it is written down what became of it. */
  leaving: boolean;
  /** Messages that changed the platform within this claim. */
  effects: number;
}

/** What a worker has at hand for each of its debts. */
export type Parts = WorkerParts & { readonly breaker: Breaker; readonly lanes: Lanes; readonly signal: AbortSignal | undefined };
