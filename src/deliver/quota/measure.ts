import { unlimited, type Cycle, type Measuring, type Quota } from './quota.ts';
import { toWindowMargin } from './settled.ts';

/**
 * The settled pace, once enough calls were counted between ends of blocks; undefined where more are to be counted. Whatever the kind of limit:
 * who asks for more than it gives is given its pace. Pure.
 */
export function measured(quota: Quota, at: number): Quota | undefined {
  const { floor, blockedAt, after } = quota.measuring;
  const period = toBelievedPeriod(quota.measuring);
  if (!isEnough(quota, period, at)) return undefined;
  const counted = toCounted(quota.measuring, at, period);
  const coarse = period === undefined && isCoarse(quota.measuring, at, counted);
  const rate = coarse ? Math.max(counted, floor) : counted;
  const span = period ?? Math.max(shortestSpanMs, callsOfSpan / rate);
  const { measuring } = quota;
  const elastic = toElastic(measuring, period, coarse);
  const saves = elastic === true;
  const margin = saves ? bucketMargin : toWindowMargin({ rate, span, jitterMs: quota.jitterMs });
  return {
    ...quota,
    measuring: { ...measuring, coarse },
    ...{ phase: 'tenang', since: at + quota.tripMs, rate, span, margin, elastic, cursor: at + 2 / rate + (saves ? quota.tripMs : 0) },
    probing: { ...unlimited.probing, seenAt: blockedAt, passed: after, climb: coarse ? 0.25 : 0, error: 0.01 },
  };
}

function toCounted(measuring: Measuring, at: number, period: number | undefined): number {
  return period === undefined ? toMeanPace(measuring, at) : toUsedUp(measuring, at, period) / period;
}

/** A bucket gives all that it is asked for up to its pace: only as much is left as the pace may be wrong by. */
const bucketMargin = 0.003;

/**
 * True where the pace is to be found step by step: what was a window is none any more, as after a change of a sliding one, or waits are asked for
 * in whole seconds, in one of which a fast limit gives too much to count by.
 */
function isCoarse({ cycles, mark, askedMs, knownMs }: Measuring, at: number, pace: number): boolean {
  if (knownMs > 0) return true;
  return askedMs > 0 && pace * 1000 > 10 && lateOf(cycles.at(-1)) > (0.3 * (at - mark)) / cycles.length;
}

function toBelievedPeriod(measuring: Measuring): number | undefined {
  const { knownMs, cycles } = measuring;
  if (isBucket(measuring) || (knownMs > 0 && cycles.length < 2)) return undefined;
  return toPeriodBefore(measuring) ?? toPeriod(measuring);
}

function toElastic(measuring: Measuring, period: number | undefined, coarse: boolean): boolean | undefined {
  if (period !== undefined) return false;
  if (measuring.knownMs < 0) return isBucket(measuring) ? true : undefined;
  return coarse || isShut(measuring) ? undefined : true;
}

/** A limit that was known to save up, and still lets the next call through that asks. */
function isBucket(measuring: Measuring): boolean {
  return measuring.knownMs < 0 && !isShut(measuring);
}

/** Waits that were asked for say nothing of how long it would have been shut. */
function isShut({ askedMs, cycles }: Measuring): boolean {
  return askedMs === 0 && cycles.length > 1 && areShut(cycles);
}

/** Of a window whole periods are counted; elsewhere calls on their way make the ends uncertain. */
function isEnough({ measuring, tripMs }: Quota, period: number | undefined, at: number): boolean {
  const { got, cycles, mark, knownMs } = measuring;
  if (period !== undefined) return got >= 60 || cycles.length >= 3 || knownMs > 0;
  const tooFew = knownMs > 0 && cycles.length < 2;
  return !tooFew && isLongEnough(measuring, (at - mark) / tripMs);
}

function isLongEnough(measuring: Measuring, trips: number): boolean {
  const { got, passed, after, askedMs, knownMs } = measuring;
  if (askedMs > 0) return got >= 120 && trips > 15;
  const calls = passed - after;
  if (knownMs < 0) return calls >= 150 && trips > 10;
  return !isUnclear(measuring, trips) && calls >= (trips > 150 ? 120 : 200) && trips > 15;
}

/** What looks shut may be a window whose period shows a little later. */
function isUnclear({ cycles, passed, after }: Measuring, trips: number): boolean {
  return areShut(cycles) && trips < 60 && passed - after < 500;
}

/** From the beginning of the first block to that of the latest: nothing was saved up at either, so all that was given is what was let through. */
function toMeanPace({ passed, after, blockedAt, emptyAt, got, mark, askedMs }: Measuring, at: number): number {
  // A wait that was asked for is long enough to fill a small bucket, which then loses what comes on top.
  if (askedMs > 0) return got / (at - mark);
  return (passed - after) / Math.max(1, blockedAt - emptyAt);
}

const shortestSpanMs = 1000;
/** In a shorter time nothing can be said about a limit by one call more or less. */
const callsOfSpan = 50;

/** What a period of a window gives. Where the period was known, calls leave so fast that each one is used up, and the counts between blocks are whole. */
function toUsedUp({ knownMs, passed, after, openedAt, got, cycles }: Measuring, at: number, period: number): number {
  const counts = cycles.map((cycle) => cycle.got);
  const most = Math.max(...counts);
  const brief = cycles.every(({ blockedMs, ms }) => blockedMs > ms * 0.5);
  if (brief && cycles.length > 1 && most - Math.min(...counts) <= 1) return most;
  return knownMs === period ? (passed - after) / Math.max(1, Math.round((at - openedAt) / period)) : got / cycles.length;
}

/** The period that was known, where blocks still end at whole numbers of it. */
function toPeriodBefore({ knownMs, cycles }: Measuring): number | undefined {
  const fits = ({ ms, lateMs, fromLateMs }: Cycle): boolean => {
    const over = ms - Math.max(1, Math.round((ms + fromLateMs / 2 - lateMs / 2) / knownMs)) * knownMs;
    return over <= lateMs + knownMs * 0.05 && -over <= fromLateMs + knownMs * 0.05;
  };
  return knownMs > 0 && cycles.length >= 2 && cycles.every(fits) ? knownMs : undefined;
}

/** The period of a window, where cycles that are alike and partly shut fit one of those that people set; windows let go by, but the last block, are seen late. */
function toPeriod({ cycles, askedMs }: Measuring): number | undefined {
  const ms = cycles.map((cycle) => cycle.ms);
  const mean = ms.reduce((all, one) => all + one, 0) / ms.length;
  const late = lateOf(cycles.at(-1)) / cycles.length + lateOf(cycles[0]) / cycles.length;
  const latest = Math.max(...cycles.map(lateOf));
  const alike = Math.max(...ms) - Math.min(...ms) <= Math.max(askedMs > 0 ? late : 2 * latest, mean * 0.2);
  if (!alike || !areShut(cycles) || late > mean * 0.4) return undefined;
  return roundPeriods.filter((period) => period >= mean - late && period <= mean + late).at(-1);
}

/** A window that is used up stays shut till its end; a bucket lets through what asks a little later, be it one of several. */
function areShut(cycles: readonly Cycle[]): boolean {
  const isShut = ({ blockedMs, shutMs, ms, got, strays }: Cycle): boolean =>
    blockedMs > ms * 0.15 && shutMs > Math.max(ms * 0.05, (2.5 * ms) / got) && got >= 3 && strays <= Math.max(1, got * 0.15);
  return cycles.filter(isShut).length >= cycles.length * 0.75;
}

function lateOf(cycle: Cycle | undefined): number {
  return cycle?.lateMs ?? 0;
}

const roundPeriods = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800, 3600].map((seconds) => seconds * 1000);
