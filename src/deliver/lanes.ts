import type { Breaker } from './breaker.ts';
import type { QuotaGate } from './quota/gate.ts';

/** What a claim is to leave out, and of what it is to take little. Lanes are those for whom the same credential speaks: a puskesmas with its places. */
export interface ClaimChoice {
  /** Lanes of which nothing may leave now. */
  readonly shut: readonly string[];
  /** Lanes of which only so many may. */
  readonly short: ReadonlyMap<string, number>;
  /** Visits of this time are to be reported soon: where little may leave they go before others. */
  readonly urgent?: { readonly from: Date; readonly until: Date } | undefined;
}

/** Learns with which credential the debts of a lane leave, and tells what to claim. */
export interface Lanes {
  learn(lane: string | undefined, credential: string): void;
  choose(now: Date): ClaimChoice;
}

/** What a process knows of its lanes: learned from the first message of each, and known again within one claim after a start. */
export function createLanes(breaker: Breaker, quota: QuotaGate | undefined, urgent: (now: Date) => ClaimChoice['urgent']): Lanes {
  const credentials = new Map<string, string>();
  return {
    learn(lane, credential) {
      // Debts of before lanes were known stand in one together, whoever speaks for them.
      if (lane !== undefined && lane !== '') credentials.set(lane, credential);
    },
    choose(now) {
      const shut: string[] = [];
      const short = new Map<string, number>();
      for (const [lane, credential] of credentials) {
        const count = breaker.restsUntil(credential, now) === undefined ? quota?.allowance(credential) : 0;
        if (count === 0) shut.push(lane);
        else if (count !== undefined) short.set(lane, count);
      }
      return { shut, short, urgent: short.size > 0 ? urgent(now) : undefined };
    },
  };
}
