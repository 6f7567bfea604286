import type { TracedAnswer, Moment } from './follow-trace.ts';

/** What was stored for a submission, by the transactions that stored it. */
export interface StoredBy {
  readonly submission: string;
  /** The bytes as they came, and the reading that goes on with them. */
  readonly received: readonly number[];
  /** The verdicts on its rows, and that there are no more. */
  readonly verdicts: readonly number[];
}

/** How the answers stand to the log. */
export interface AnswerProof {
  readonly answers: number;
  readonly flushedBefore: number;
  /** Milliseconds from the return of the sync to the first byte of the answer, the least first. */
  readonly marginsMs: readonly number[];
  /** Why answers are not proved, a sentence each. */
  readonly unproved: readonly string[];
}

/**
 * Holds every answer against the commits it promises: each has to have been durable, with all of the log before it, at an event of the
 * trace that comes before the answer's. An answer given while rows are still being read promises the bytes, every other one the verdicts too.
 */
export function proveAnswers(
  answers: readonly TracedAnswer[],
  stored: ReadonlyMap<string, StoredBy>,
  durableAt: ReadonlyMap<number, Moment>,
): AnswerProof {
  const marginsMs: number[] = [];
  const unproved: string[] = [];
  for (const answer of answers) {
    const by = stored.get(answer.submission);
    const margin =
      by === undefined ? 'is not stored' : toMargin(answer, answer.read ? [...by.received, ...by.verdicts] : by.received, durableAt);
    if (typeof margin === 'number') marginsMs.push(margin);
    else unproved.push(`submission ${answer.submission} ${margin}`);
  }
  marginsMs.sort((a, b) => a - b);
  return { answers: answers.length, flushedBefore: marginsMs.length, marginsMs, unproved };
}

function toMargin(answer: TracedAnswer, xids: readonly number[], durableAt: ReadonlyMap<number, Moment>): number | string {
  if (xids.length === 0) return 'was stored by no transaction';
  let last = -Infinity;
  for (const xid of xids) {
    const moment = durableAt.get(xid);
    if (moment === undefined) return `was answered, and the commit of transaction ${String(xid)} was never synced`;
    if (moment.order >= answer.order)
      return `was answered ${(moment.atMs - answer.atMs).toFixed(3)} ms before the commit of transaction ${String(xid)} was synced`;
    last = Math.max(last, moment.atMs);
  }
  return answer.atMs - last;
}
