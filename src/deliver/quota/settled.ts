import { withLookRefused } from './look.ts';
import { meanPace } from './pace.ts';
import type { Quota, Told } from './quota.ts';

/**
 * A refusal at the known pace: of a look it is the expected answer; a single one may come from delays on the way.
 * Undefined where the limit has become another one and is to be measured again.
 */
export function refusedWhileSettled(quota: Quota, told: Told): Quota | undefined {
  const { probing } = quota;
  const { sentAt } = told;
  const expected = probing.until > 0 && sentAt >= probing.from && sentAt <= probing.until + quota.tripMs;
  const strikes = sentAt - probing.struckAt < quota.span ? probing.strikes + 1 : 1;
  if (strikes > toAllowedStrikes(quota, expected)) return undefined;
  const struck: Quota = { ...quota, probing: { ...probing, strikes, struckAt: Math.max(probing.struckAt, sentAt) } };
  const known = expected ? withLookRefused(struck, told) : jolted(struck, sentAt);
  const breathMs = strikes === 1 ? toBreathMs(quota) : 0;
  return { ...known, cursor: Math.max(known.cursor, told.answeredAt) + breathMs };
}

/** After a refusal a few calls are left out, so that those on their way do not meet an empty bucket one after the other. */
function toBreathMs({ rate, jitterMs, elastic }: Quota): number {
  return (2 + (elastic === true ? 1.2 * Math.sqrt(rate * rangeOf(jitterMs)) : 0)) / rate;
}

/** A faster stretch may meet as many refusals as it sends too much, and some that were on their way. */
function toAllowedStrikes({ rate, span, probing, tripMs }: Quota, expected: boolean): number {
  const surplus = Math.max(probing.surplus, probing.later, probing.quickUntil > probing.from ? 0.3 : 0);
  return expected ? 3 + Math.ceil(rate * surplus * (Math.min(span, 2000) + tripMs + 300)) : 3;
}

/** Delays on the way let two calls meet, and a little more is left unused; a bucket that is empty tells its pace. */
function jolted(quota: Quota, sentAt: number): Quota {
  const { probing, margin, elastic, rate } = quota;
  if (probing.strikes > 1) return quota;
  const seen = { ...probing, seenAt: Math.max(probing.seenAt, sentAt), passed: 0 };
  const surprises = probing.surprises + 1;
  if (elastic !== true) {
    const less = surprises > 2 ? 0.5 / quota.span : 0;
    return { ...quota, rate: rate - less, margin: Math.min(largestMargin, margin + 0.002), probing: { ...seen, surprises } };
  }
  // What was counted is wrong by two calls or so.
  const lower = Math.min(rate, meanPace(quota, sentAt) * (1 + 2 / Math.max(1, probing.passed)));
  const known: Quota = { ...quota, rate: lower, probing: { ...seen, surprises: lower < rate ? probing.surprises : surprises } };
  // A bucket of a known pace is never met by surprise again and again: it is something else.
  return surprises > mostSurprises ? { ...known, elastic: undefined, margin: toWindowMargin(quota) } : known;
}

const largestMargin = 0.15;
const mostSurprises = 3;

/** How much longer than the shortest one way may be, from what trips differ in the mean; even chances either way are three times that. */
function rangeOf(jitterMs: number): number {
  return 3 * jitterMs;
}

/** What a window leaves unused, as a part: calls that were sent evenly arrive unevenly, and near its ends some fall on the other side. */
export function toWindowMargin({ rate, span, jitterMs }: Pick<Quota, 'rate' | 'span' | 'jitterMs'>): number {
  const beside = rate * rangeOf(jitterMs);
  const calls = Math.min(1.2 * beside, 1.2 * Math.sqrt(beside) + 0.3);
  return Math.min(largestMargin, Math.max(0.03, calls / (rate * span)));
}
