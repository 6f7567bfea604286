import type { Quota } from './quota.ts';

/** How a look goes: quickly until a moment, gently until another, then less so. */
export type Stretch = Pick<Quota['probing'], 'quickUntil' | 'gentleUntil' | 'until' | 'surplus' | 'later'>;

/** One call too many in each whole window; where none was refused so far, some more. */
export function atWindow({ rate, span, probing }: Quota, from: number): Stretch {
  if (probing.step > 0) {
    const surplus = Math.max(0.04, 3 / (rate * span));
    return { quickUntil: from, gentleUntil: from + 2.1 * span, until: from + 2.1 * span, surplus, later: 0 };
  }
  return {
    quickUntil: from,
    gentleUntil: from + 1.3 * span,
    until: from + 2.5 * span,
    surplus: 1 / (rate * span),
    later: 2.5 / (rate * span),
  };
}

/** When the next window begins, give or take: where the last look saw one end. */
export function toEdge(
  { elastic, span, jitterMs, probing }: Quota,
  from: number,
): { readonly at: number; readonly beside: number } | undefined {
  const { edgeFrom, edgeUntil, climb } = probing;
  const beside = (edgeUntil - edgeFrom) / 2 + 3 * jitterMs;
  if (elastic !== false || climb > 0 || edgeFrom === 0 || edgeUntil === 0 || beside > 0.1 * span) return undefined;
  const edge = (edgeFrom + edgeUntil) / 2;
  return { at: edge + Math.ceil((from + beside - edge) / span) * span, beside };
}

/** One call too many in one whole window, the last one near its end, so that nothing comes after it. */
export function inWindow(quota: Quota, { at, beside }: { readonly at: number; readonly beside: number }): Quota {
  const { span, rate, probing } = quota;
  const from = at + beside;
  const until = at + span - beside;
  const known = Math.round(rate * span);
  const calls = known + 1 + (probing.step > 0 ? Math.max(2, Math.ceil(known / 50)) : 0);
  const stretch = { from, quickUntil: from, gentleUntil: until, until, surplus: (calls - 0.5) / (rate * (until - from)) - 1, later: 0 };
  return { ...quota, probing: { ...probing, ...stretch, beside, tried: 0, extra: 0 } };
}

/** Near the ends of a window that is looked at nothing leaves. */
export function beyondEdges({ probing: { from, until, beside } }: Quota, cursor: number): number {
  if (cursor > from - 2 * beside && cursor < from) return from;
  return cursor >= until && cursor < until + 2 * beside ? until + 2 * beside : cursor;
}

/** By how many calls a window that was looked at without its ends being known gives more than was believed. */
export function toRaised({ probing, rate, span }: Quota, sentAt: number): number {
  if (probing.beside > 0) return 0;
  if (probing.step > 0) return 0.5 + (probing.surplus * rate * span) / 2;
  return sentAt > probing.gentleUntil ? 0.25 : 0;
}

/** Of one look only the first refusal tells; more of them, that a window gives a little less. */
export function withSecond(quota: Quota, sentAt: number): Quota {
  const { probing, rate, span } = quota;
  const extra = probing.extra + 1;
  return {
    ...quota,
    rate: extra === 2 && probing.beside === 0 ? rate - 0.5 / span : rate,
    probing: { ...probing, extra, ...toEdges(quota, sentAt) },
  };
}

/** A window whose end is known is refused there and nowhere else. */
export function toEdges({ probing, rate, span }: Quota, sentAt: number): Pick<Quota['probing'], 'edgeFrom' | 'edgeUntil'> {
  const { edgeFrom, edgeUntil, beside, tried } = probing;
  if (beside > 0) return Math.abs(tried - rate * span) <= 2 ? { edgeFrom, edgeUntil } : { edgeFrom: 0, edgeUntil: 0 };
  return { edgeFrom: sentAt, edgeUntil: 0 };
}

/** A window whose ends are known was filled by exactly what it lets through. */
export function counted(quota: Quota, { beside, tried }: Quota['probing']): Quota {
  const { rate, span, probing } = quota;
  if (beside === 0 || Math.abs(tried - rate * span) > Math.max(1, 0.1 * rate * span)) return quota;
  // One call less may have been one that came late into the window.
  const less = tried < rate * span ? 0.5 : 1;
  return { ...quota, rate: rate + less * (tried / span - rate), probing: { ...probing, sure: true } };
}

/** A window that gave more than was measured is looked at again soon. */
export function isStepped({ step, beside }: Quota['probing']): boolean {
  return step > 0 && beside === 0;
}
