import type { Quota } from './quota.ts';

/** Pace of the next call while the limit is known. */
export function paceAt({ rate, margin, probing }: Quota, at: number): number {
  if (at < probing.from || at >= probing.until) return rate * (1 - margin);
  if (at < probing.quickUntil) return rate * (1 + quickSurplus);
  return rate * (1 + (at < probing.gentleUntil ? probing.surplus : probing.later));
}

/** So much faster goes what was certainly saved up. */
export const quickSurplus = 0.5;
/** What is let through in the mean since the limit was last seen: exactly what a bucket gives from empty to empty. */
export function meanPace({ probing, rate }: Quota, at: number): number {
  const lasted = at - probing.seenAt;
  return lasted > 0 ? Math.min(rate * 1.1, Math.max(rate * 0.9, probing.passed / lasted)) : rate;
}
