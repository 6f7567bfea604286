import { atWindow, counted, inWindow, isStepped, toEdge, toEdges, toRaised, withSecond, type Stretch } from './look-at-window.ts';
import type { Quota, Told } from './quota.ts';
import { meanPace, quickSurplus } from './pace.ts';

/**
 * Begins a look where one is due: a stretch a little faster than the limit, whose first refusal ends it. Where nothing has changed it costs
 * one refusal. One that nobody refused has shown that more is allowed, and the limit is measured anew.
 */
export function look(quota: Quota, now: number): Quota {
  const { probing } = quota;
  if (probing.until === 0) return isDue(quota) ? begun(quota, now) : quota;
  return now < probing.until + settlingMs(quota) ? quota : concluded(quota, now);
}

/** How long an answer to the last call of a stretch may take. */
function settlingMs({ tripMs, jitterMs }: Quota): number {
  return tripMs + 4 * jitterMs + 10;
}

/** Rarely enough for one refusal in a thousand calls, often enough to see within some twenty windows of fifty calls that more is allowed. */
function isDue({ probing, span, rate, elastic }: Quota): boolean {
  const calls = rate * span;
  const callsOfLook = (elastic === true ? rate * 1000 : calls) < 45 ? 2000 : 1080;
  if (probing.climb > 0) return probing.passed >= Math.min(300, 10 * calls);
  const first = Math.min(callsOfLook, elastic === true ? 450 : Math.max(150, 9 * calls));
  const due = probing.count === 0 ? first : Math.max(callsOfLook, Math.min(20 * calls, 2 * callsOfLook));
  return probing.passed >= due;
}

function begun(quota: Quota, now: number): Quota {
  const from = Math.max(now, quota.cursor);
  const at = { from, tried: 0, extra: 0, beside: 0 };
  const edge = toEdge(quota, from);
  if (edge !== undefined) return inWindow(quota, edge);
  if (quota.probing.climb > 0) return { ...quota, probing: { ...quota.probing, ...at, ...climbing(quota, from) } };
  return {
    ...quota,
    probing: { ...quota.probing, ...at, ...(quota.elastic === true ? atBucket(quota, now, from) : atWindow(quota, from)) },
  };
}

/** Nothing precise is known: a step up, long enough to use what may have been saved up. */
function climbing({ probing, span }: Quota, from: number): Stretch {
  return { quickUntil: from, gentleUntil: from + 5 * span, until: from + 5 * span, surplus: probing.climb, later: 0 };
}

/** What was certainly saved up goes quickly; then so slowly that hardly a second call is on its way when the first one is refused. */
function atBucket(quota: Quota, now: number, from: number): Stretch {
  const { rate, tripMs, probing } = quota;
  const saved = savedAt(quota, now);
  const unsure = 1.5 + probing.error * probing.passed;
  const quickUntil = from + Math.max(0, saved - unsure) / (rate * quickSurplus);
  const surplus = Math.min(0.12, Math.max(0.02, 0.5 / (rate * tripMs)));
  const gentleUntil = quickUntil + (2 * unsure) / (rate * surplus);
  const later = 2.5 * surplus;
  return { quickUntil, gentleUntil, until: gentleUntil + (1.5 * unsure) / (rate * later), surplus, later };
}

/** What a bucket has saved up since it was last seen empty. */
function savedAt({ rate, tripMs, probing }: Quota, at: number): number {
  return Math.max(0, rate * (at - tripMs - probing.seenAt) - probing.passed);
}

/** The limit is where it was believed to be, or a little beside. */
export function withLookRefused(quota: Quota, told: Told): Quota {
  const { probing, rate, span, elastic } = quota;
  const until = Math.min(probing.until, told.answeredAt);
  if (probing.seenAt >= probing.from) return elastic === true ? quota : withSecond(quota, told.sentAt);
  const ended: Quota = {
    ...quota,
    probing: { ...probing, until, seenAt: told.sentAt, passed: 0, surprises: 0, ...toEdges(quota, told.sentAt) },
  };
  if (probing.climb > 0) return { ...ended, probing: { ...ended.probing, climb: probing.climb > 0.04 ? probing.climb / 2 : 0 } };
  if (elastic !== true) return { ...ended, rate: rate + toRaised(quota, told.sentAt) / span };
  // What was counted is wrong by two calls or so: the longer it was counted, the more it weighs.
  const counting = 2 / Math.max(20, probing.passed);
  const weight = probing.error / (probing.error + counting);
  const error = Math.max(leastError, 2 * weight * counting);
  return { ...ended, rate: rate + weight * (meanPace(quota, told.sentAt) - rate), probing: { ...ended.probing, error } };
}

const leastError = 0.0015;

function concluded(quota: Quota, now: number): Quota {
  const { probing, rate } = quota;
  const over = { from: 0, until: 0, step: 0, beside: 0 };
  if (probing.seenAt >= probing.from)
    return counted({ ...quota, probing: { ...probing, ...over, count: isStepped(probing) ? 0 : probing.count + 1 } }, probing);
  // Where there was too little to send, nothing was seen.
  if (probing.tried < 0.9 * rate * (probing.until - probing.from))
    return { ...quota, probing: { ...probing, ...over, passed: 0, seenAt: now } };
  if (probing.climb > 0) return begun({ ...quota, rate: rate * (1 + probing.climb) }, now);
  return isCertain(quota) ? measureAnew(quota, now) : begun(measuredLow(quota, now), now);
}

/** A first look may find that the pace was measured a little low; a later one that nobody refuses, that the limit is another. */
function isCertain({ probing, rate, span, elastic }: Quota): boolean {
  if (probing.step > 0) return true;
  return elastic === true ? probing.count > 0 : probing.sure && probing.tried > Math.round(rate * span);
}

/** What a bucket let through in the mean it certainly gives. */
function measuredLow(quota: Quota, now: number): Quota {
  const { probing, rate, tripMs } = quota;
  const mean = probing.passed / (now - tripMs - probing.seenAt);
  return { ...quota, rate: quota.elastic === true ? Math.max(rate, mean) : rate, probing: { ...probing, step: probing.step + 1 } };
}

function measureAnew(quota: Quota, now: number): Quota {
  const { measuring, rate, probing } = quota;
  const flowCap = Math.max(measuring.flowCap, rate * 4);
  return {
    ...quota,
    phase: 'mengukur',
    since: now,
    measuring: {
      ...measuring,
      mark: 0,
      got: 0,
      cycles: [],
      triedAt: 0,
      flow: rate * 1.5,
      flowCap,
      floor: rate,
      emptyAt: 0,
      knownMs: toKnownMs(quota),
    },
    probing: { ...probing, from: 0, until: 0 },
  };
}

/** Limits change, the periods of windows hardly ever do. */
export function toKnownMs({ elastic, span, measuring }: Quota): number {
  if (elastic === true) return -1;
  return elastic === false && !measuring.coarse ? span : 0;
}
