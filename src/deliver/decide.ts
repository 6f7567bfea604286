import type { Issue } from '../fhir/issue.ts';
import type { Delivery, Incident, UpstreamEntry } from '../platforms/platform.ts';

/** When we try again. Times in milliseconds; `jitter` between 0 and 1 is drawn by the caller. */
export interface RetryPolicy {
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** After this many unsuccessful answers in a row a person looks at it. */
  readonly maxAttempts: number;
  /** How long a lost message may still be on its way before we look upstream. */
  readonly quietMs: number;
}

/** What an answer taught: what there is at the platform, what is no more, and what people have to know of. */
export interface Learned {
  readonly upstream: readonly UpstreamEntry[];
  readonly forget?: readonly string[];
  readonly number?: string;
  readonly incident?: Incident;
}

/** What becomes of a debt after an answer. */
export type NextStep =
  | ({ readonly step: 'settle' } & Learned)
  | ({ readonly step: 'continue' } & Learned)
  | { readonly step: 'retry'; readonly notBefore: Date; readonly issues: readonly Issue[] }
  /** `lost`: this very message may have arrived; else something was there before it. */
  | { readonly step: 'reconcile'; readonly lost: boolean; readonly notBefore: Date; readonly issues: readonly Issue[] }
  | ({ readonly step: 'wait'; readonly reason: string; readonly notBefore: Date | undefined } & Learned)
  | ({ readonly step: 'hold'; readonly reason: string; readonly issues: readonly Issue[] } & Learned)
  | { readonly step: 'split'; readonly refused: readonly number[]; readonly issues: readonly Issue[] }
  | { readonly step: 'park'; readonly issues: readonly Issue[] };

export interface Tries {
  /** Refusals of the platform as a whole in a row, this one not counted. */
  readonly outages: number;
  /** Unsuccessful answers in a row, this one not counted. */
  readonly attempts: number;
  readonly now: Date;
  readonly jitter: number;
}

/** What becomes of a debt after an answer: by codes, never by texts. Pure, so that the whole policy is a table of tests. */
export function decide(delivery: Delivery, tries: Tries, policy: RetryPolicy): NextStep {
  switch (delivery.kind) {
    case 'accepted':
      return afterAccepted(delivery);
    case 'rejected':
      return afterRejected(delivery);
    case 'unknown':
      return afterUnknown(delivery, tries, policy);
    case 'deferred':
      return afterDeferred(delivery, tries, policy);
  }
}

/**
 * True when nothing more is to be sent for a debt before a person has looked at it. An unknown answer never parks by itself:
 * it is looked up first, so that a parked debt is certainly not at the platform.
 */
export function isGivenUp(attempts: number, policy: RetryPolicy): boolean {
  return attempts >= policy.maxAttempts;
}

/** What stops a whole platform costs a debt no attempt: nine days without internet park nothing (field rule 10). */
function afterDeferred(delivery: Extract<Delivery, { kind: 'deferred' }>, tries: Tries, policy: RetryPolicy): NextStep {
  const { outcome, platformWide = false, retryAfterMs = 0 } = delivery;
  const notBefore = later(tries.now, Math.max(retryAfterMs, waitMs(platformWide ? tries.outages : tries.attempts, tries.jitter, policy)));
  const waitsFor = toSharedCause(delivery);
  if (waitsFor !== undefined) return { step: 'wait', reason: waitsFor, notBefore, upstream: [] };
  return isGivenUp(tries.attempts + 1, policy) ? { step: 'park', issues: outcome } : { step: 'retry', notBefore, issues: outcome };
}

/** What all messages of a credential wait for together. */
function toSharedCause({ of, outcome, platformWide = false }: Extract<Delivery, { kind: 'deferred' }>): string | undefined {
  if (of === 'quota') return 'kuota-habis';
  return platformWide ? (outcome[0]?.code ?? 'platform-berhenti') : undefined;
}

function afterUnknown(delivery: Extract<Delivery, { kind: 'unknown' }>, tries: Tries, policy: RetryPolicy): NextStep {
  const notBefore = later(tries.now, quietMs(delivery, tries, policy));
  return { step: 'reconcile', lost: delivery.quiet, notBefore, issues: delivery.outcome };
}

/** The first look comes after the quiet time, at once where the answer left no doubt; later ones ever more slowly. */
function quietMs(delivery: Extract<Delivery, { kind: 'unknown' }>, tries: Tries, policy: RetryPolicy): number {
  const backoffMs = tries.attempts === 0 ? 0 : waitMs(tries.attempts, tries.jitter, policy);
  return Math.max(delivery.quiet ? policy.quietMs : 0, backoffMs);
}

function afterAccepted(delivery: Extract<Delivery, { kind: 'accepted' }>): NextStep {
  const { then } = delivery;
  const learned = toLearned(delivery);
  switch (then.do) {
    case 'settle':
    case 'continue':
      return { step: then.do, ...learned };
    case 'wait':
      return { step: 'wait', reason: then.reason, notBefore: then.notBefore, ...learned };
    case 'hold':
      return { step: 'hold', reason: then.reason, issues: then.issues, ...learned };
  }
}

function toLearned({ upstream, forget, number, incident }: Extract<Delivery, { kind: 'accepted' }>): Learned {
  return {
    upstream,
    ...(forget === undefined ? {} : { forget }),
    ...(number === undefined ? {} : { number }),
    ...(incident === undefined ? {} : { incident }),
  };
}

/** Only where the platform named the refused entries, and not the first (all others hang on it), the rest may go alone. */
function afterRejected(delivery: Extract<Delivery, { kind: 'rejected' }>): NextStep {
  const { refusedEntries, entries, outcome, onePart } = delivery;
  if (onePart === true) return { step: 'split', refused: [0], issues: outcome };
  const some = refusedEntries.length > 0 && refusedEntries.length < entries && !refusedEntries.includes(0);
  return some ? { step: 'split', refused: refusedEntries, issues: outcome } : { step: 'park', issues: outcome };
}

/** Doubling waits with up to half of jitter, so that many debts do not return together. */
function waitMs(failures: number, jitter: number, policy: RetryPolicy): number {
  const doubled = Math.min(policy.longestWaitMs, policy.firstWaitMs * 2 ** Math.min(failures, 30));
  return Math.round(doubled * (0.5 + jitter / 2));
}

function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}
