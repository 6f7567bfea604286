import type { Cycle, Quota } from './quota.ts';
import { toWindowMargin } from './settled.ts';

/**
 * The settled pace, once enough calls were counted between ends of blocks; undefined where more are to be counted. Whatever the kind of limit:
 * who asks for more than it gives is given its pace. Pure.
 */
export function measured(quota: Quota, at: number): Quota | undefined {
  const { got, cycles, mark, floor } = quota.measuring;
  const period = toPeriod(cycles);
  if (!isEnough(quota, period, at)) return undefined;
  const coarse = period === undefined && quota.measuring.askedMs > 0 && lateOf(cycles.at(-1)) > (0.3 * (at - mark)) / cycles.length;
  const counted = period === undefined ? got / (at - mark) : got / cycles.length / period;
  const rate = coarse ? Math.max(counted, floor) : counted;
  const span = Math.max(period ?? 0, shortestSpanMs, callsOfSpan / rate);
  const { probing, measuring } = quota;
  return {
    ...quota,
    measuring: { ...measuring, coarse },
    ...{
      phase: 'tenang',
      since: at + quota.tripMs,
      rate,
      span,
      margin: toWindowMargin({ rate, span, tripMs: quota.tripMs }),
      elastic: undefined,
      cursor: at + 2 / rate,
    },
    // A first look soon: it tells whether the limit saves up what is left, and whether what was measured is a little low.
    probing: {
      ...probing,
      from: 0,
      until: 0,
      surplus: 0,
      unrefused: 0,
      count: 0,
      seenAt: at,
      absorbed: 0,
      passed: 0,
      credit: 3,
      strikes: 0,
      struckAt: 0,
    },
  };
}

/** Of a window whole periods are counted; elsewhere calls on their way make the ends uncertain. */
function isEnough({ measuring: { got, cycles, mark }, tripMs }: Quota, period: number | undefined, at: number): boolean {
  if (period !== undefined) return got >= 60 || cycles.length >= 3;
  return got >= 120 && at - mark > 15 * tripMs;
}

const shortestSpanMs = 1000;
/** In a shorter time nothing can be said about a limit by one call more or less. */
const callsOfSpan = 50;

/** The period of a window, where cycles that are alike and partly shut fit one of those that people set; windows let go by, but the last block, are seen late. */
function toPeriod(cycles: readonly Cycle[]): number | undefined {
  const ms = cycles.map((cycle) => cycle.ms);
  const mean = ms.reduce((all, one) => all + one, 0) / ms.length;
  const late = lateOf(cycles.at(-1)) / cycles.length + lateOf(cycles[0]) / cycles.length;
  const alike = Math.max(...ms) - Math.min(...ms) <= Math.max(late, mean * 0.2);
  const shut = cycles.every(({ blockedMs, ms: whole, got }) => blockedMs > whole * 0.15 && got >= 3);
  if (!alike || !shut || late > mean * 0.4) return undefined;
  return roundPeriods.filter((period) => period >= mean - late && period <= mean + late).at(-1);
}

function lateOf(cycle: Cycle | undefined): number {
  return cycle?.lateMs ?? 0;
}

const roundPeriods = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800, 3600].map((seconds) => seconds * 1000);
