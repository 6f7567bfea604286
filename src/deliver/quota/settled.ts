import type { Quota, Told } from './quota.ts';

/** Pace of the next call while the limit is known. */
export function paceAt({ rate, margin, probing }: Quota, at: number): number {
  const probed = at >= probing.from && at < probing.until;
  return probed ? rate * (1 + probing.surplus) : rate * (1 - margin);
}

/** True for a limit that saves up what was left unused, as a token bucket does. */
export function isElastic({ elastic }: Quota): boolean {
  return elastic === true;
}

/**
 * A refusal at the known pace: of a faster stretch it is the expected answer; a single one may come from delays on the way.
 * Undefined where the limit has become another one and is to be measured again.
 */
export function refusedWhileSettled(quota: Quota, told: Told): Quota | undefined {
  const { probing } = quota;
  const { sentAt } = told;
  const expected = probing.until > 0 && sentAt >= probing.from && sentAt <= probing.until + quota.tripMs;
  const strikes = sentAt - probing.struckAt < quota.span ? probing.strikes + 1 : 1;
  if (strikes > toAllowedStrikes(quota, expected)) return undefined;
  const struck: Quota = {
    ...quota,
    probing: { ...probing, strikes, struckAt: Math.max(probing.struckAt, sentAt), credit: probing.credit - 1 },
  };
  const rested = { ...struck, cursor: Math.max(struck.cursor, told.answeredAt) + (strikes === 1 ? toBreathMs(quota) : 0) };
  return expected ? answered(rested, told) : jolted(rested, sentAt);
}

/** After a refusal a few calls are left out, so that those on their way do not meet an empty bucket one after the other. */
function toBreathMs({ rate, tripMs }: Quota): number {
  return 2 / rate + 0.4 * tripMs;
}

/** A faster stretch may meet as many refusals as it sends too much, and some that were on their way. */
function toAllowedStrikes({ rate, span, probing, tripMs }: Quota, expected: boolean): number {
  const away = rate * (tripMs + 300);
  return expected ? 3 + Math.ceil(rate * probing.surplus * span + away * probing.surplus) : 3;
}

/** Delays on the way let two calls meet, and a little more is left unused; a limit that saves up is empty, and tells its pace. */
function jolted(quota: Quota, sentAt: number): Quota {
  const { probing, margin, elastic } = quota;
  const seen: Quota = { ...quota, probing: { ...probing, seenAt: Math.max(probing.seenAt, sentAt), passed: 0 } };
  if (probing.strikes > 1) return seen;
  if (elastic === false) return { ...seen, margin: Math.min(largestMargin, margin + 0.002) };
  const mean = meanPace(quota, sentAt);
  return { ...seen, rate: elastic === true ? mean : Math.max(mean, quota.rate * 0.97) };
}

const largestMargin = 0.06;

/**
 * What a window leaves unused, as a part: calls that were sent evenly arrive unevenly, and near its ends some fall on the other side. A third of
 * the way is taken to be what one call's differs from another's.
 */
export function toWindowMargin({ rate, span, tripMs }: Pick<Quota, 'rate' | 'span' | 'tripMs'>): number {
  const beside = Math.sqrt((rate * tripMs) / 9);
  return Math.min(0.04, Math.max(0.03, (1.9 * beside + 0.3) / (rate * span)));
}

/** What was let through since the limit was last seen: never more than it gives, and exactly that where it saves up what was left. */
function meanPace({ probing, rate }: Quota, at: number): number {
  const lasted = at - probing.seenAt;
  return lasted > 0 ? Math.min(rate * 1.1, Math.max(rate * 0.9, probing.passed / lasted)) : rate;
}

/** The limit is where it was believed to be, or a little beside; how much went before tells whether it saves up. */
function answered(quota: Quota, told: Told): Quota {
  const { probing } = quota;
  const until = Math.min(probing.until, told.answeredAt);
  const ended: Quota = { ...quota, probing: { ...probing, until, seenAt: Math.max(probing.seenAt, told.sentAt), passed: 0 } };
  // Of one stretch only the first refusal tells.
  if (probing.seenAt >= probing.from) return ended;
  const absorbed = probing.absorbed + quota.rate * probing.surplus * (told.sentAt - probing.from);
  const saved = savedAt(quota, told.sentAt);
  const elastic = absorbed > (quota.elastic === true ? Math.max(3, saved * 0.25) : Math.max(5, saved * 0.5));
  const { rate, span, margin } = quota;
  if (elastic) return { ...ended, elastic, margin: elasticMargin, rate: Math.max(rate * 0.994, meanPace(quota, told.sentAt)) };
  // Of a window every step that was not refused was believed already.
  return {
    ...ended,
    elastic,
    margin: Math.max(toWindowMargin(quota), margin - 0.001),
    rate: probing.unrefused === 0 ? rate - 0.1 / span : rate,
  };
}

const elasticMargin = 0.006;

/** What a limit that saves up has saved since it was last seen empty. */
function savedAt(quota: Quota, at: number): number {
  const { rate, margin, probing } = quota;
  return (Math.max(0, at - probing.seenAt) * margin + toBreathMs(quota)) * rate;
}

/** Begins a faster stretch where one is due, ends one that nobody refused, and measures anew where much more is allowed than was believed. */
export function look(quota: Quota, now: number): Quota {
  const { probing } = quota;
  if (probing.until > 0) return now < probing.until + settlingMs(quota) ? quota : concluded(quota, now);
  return isDue(quota, now) ? begun(quota, now) : quota;
}

/** How long an answer to the last call of a stretch may take. */
function settlingMs({ tripMs }: Quota): number {
  return 2 * tripMs + 20;
}

/** Rarely, and more rarely the longer nothing changes, but often enough to see a change within some thirty periods. */
function isDue({ probing, span }: Quota, now: number): boolean {
  const spans = probing.count === 0 ? 4 : Math.min(60, 21 * 1.1 ** Math.max(0, probing.count - 8));
  return probing.credit >= 0.5 && now - probing.seenAt > spans * span;
}

/** A window refuses one call too many; what a bucket has saved up has to be used first. */
function begun(quota: Quota, now: number): Quota {
  const { rate, span, probing, cursor } = quota;
  const { unrefused } = probing;
  const first = isElastic(quota) ? Math.max(0.06, 1.3 / (rate * span)) : 1 / (rate * span);
  const surplus = Math.min(toLargestSurplus(quota), first * 3 ** unrefused);
  const from = Math.max(now, cursor);
  const absorbing = isElastic(quota) ? 1.2 * savedAt(quota, from) + 4 : 0;
  const lasts = isElastic(quota) ? Math.max(span, absorbing / (rate * surplus)) : 2 * span;
  return { ...quota, probing: { ...probing, from, until: from + lasts, surplus } };
}

/** While nobody knows whether something was saved up, a large step would be taken for what it is not; but what never meets the limit was measured low. */
function toLargestSurplus({ elastic, measuring, probing }: Quota): number {
  if (measuring.coarse) return 0.2;
  return elastic === undefined ? Math.min(0.5, 0.08 * 2 ** Math.max(0, probing.unrefused - 4)) : 0.5;
}

/** A stretch is over. Refused: the limit is where it was believed to be. Not refused: it is higher, and the next step is larger. */
function concluded(quota: Quota, now: number): Quota {
  const { probing, rate } = quota;
  const over = { from: 0, until: 0, unrefused: 0, absorbed: 0 };
  if (probing.seenAt >= probing.from)
    return { ...quota, probing: { ...probing, ...over, count: probing.unrefused > 1 ? 0 : probing.count + 1 } };
  const unrefused = probing.unrefused + 1;
  const absorbed = probing.absorbed + rate * probing.surplus * (probing.until - probing.from);
  const looked: Quota = { ...quota, probing: { ...probing, unrefused, absorbed } };
  if (quota.elastic === undefined && !quota.measuring.coarse) return firstLook(looked, now);
  const raised = isElastic(quota) ? looked : { ...looked, rate: rate * (1 + probing.surplus * toBelieved(looked)) };
  return unrefused >= 2 && !quota.measuring.coarse ? measureAnew(raised, now) : begun(raised, now);
}

/** A first look that meets no limit may still be using what was saved up: the pace is not believed before more went than that. */
function firstLook(quota: Quota, now: number): Quota {
  return quota.probing.absorbed <= 1.2 * savedAt(quota, now) + 4 ? begun(quota, now) : measuredLow(quota, now);
}

/** More went by than can have been saved up: the pace was measured low. What was let through in the mean is allowed, and the first look begins again. */
function measuredLow(quota: Quota, now: number): Quota {
  const { rate, probing } = quota;
  const raised = Math.max(rate * 1.02, meanPace(quota, now) * 1.01);
  return begun({ ...quota, rate: raised, probing: { ...probing, seenAt: now, passed: 0, unrefused: 0, absorbed: 0 } }, now);
}

/** A single step may have gone by because calls fell beside a window's end. */
function toBelieved({ probing, measuring }: Quota): number {
  return probing.unrefused === 1 && !measuring.coarse ? 0.3 : 1;
}

function measureAnew(quota: Quota, now: number): Quota {
  const { measuring, rate, probing } = quota;
  const flowCap = Math.max(measuring.flowCap, rate * 4);
  return {
    ...quota,
    phase: 'mengukur',
    since: now,
    measuring: { ...measuring, mark: 0, got: 0, cycles: [], triedAt: 0, flow: rate * 1.5, flowCap, floor: rate },
    probing: { ...probing, from: 0, until: 0, unrefused: 0, absorbed: 0 },
  };
}
