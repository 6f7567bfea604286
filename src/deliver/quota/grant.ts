import type { Quota } from './quota.ts';
import { beyondEdges } from './look-at-window.ts';
import { look } from './look.ts';
import { paceAt } from './pace.ts';

/** What a worker may do: send as it likes until a moment, send at certain moments, or ask again later. */
export type Grant =
  | { readonly kind: 'free' }
  | { readonly kind: 'slots'; readonly slots: readonly number[] }
  | { readonly kind: 'later'; readonly at: number };

/** Takes up to `want` calls for one worker; nobody else is given the same moments. A worker that dies loses what it took, never more. Pure. */
export function grant(quota: Quota, now: number, want: number): { readonly quota: Quota; readonly grant: Grant } {
  switch (quota.phase) {
    case 'bebas':
      return { quota, grant: { kind: 'free' } };
    case 'buntu':
      return grantTry(quota, now);
    case 'mengukur':
      return layOut(quota, now, { want: Math.min(want, 4), leadMs: 100, paceAt: ({ measuring }) => measuring.flow });
    case 'tenang': {
      const looked = look(quota, now);
      if (looked.phase !== 'tenang') return grant(looked, now, want);
      // In a look nothing is given out ahead, so that its first refusal ends it.
      const looking = looked.probing.until > now;
      const leadMs = looking ? 25 : Math.min(2000, Math.max(100, looked.span / 4));
      const most = looking ? 1 : Math.min(4, Math.max(1, Math.round((looked.rate * leadMs) / 2)));
      return layOut(looked, now, { want: Math.min(want, most), leadMs, paceAt, skip: beyondEdges });
    }
  }
}

/** One call asks for all whether the block is over; the next one only after its answer, or when none came. */
function grantTry(quota: Quota, now: number): ReturnType<typeof grant> {
  const { triedAt, blockedAt } = quota.measuring;
  const soon = now + Math.min(2000, Math.max(50, (now - blockedAt) / 10));
  if (now < quota.cursor) return { quota, grant: { kind: 'later', at: triedAt > 0 ? Math.min(soon, quota.cursor) : quota.cursor } };
  const asked = { ...quota, cursor: now + patienceMs, measuring: { ...quota.measuring, triedAt: now } };
  return { quota: asked, grant: { kind: 'slots', slots: [now] } };
}

const patienceMs = 10_000;

interface Laying {
  readonly want: number;
  /** How far ahead moments are given out. */
  readonly leadMs: number;
  readonly paceAt: (quota: Quota, at: number) => number;
  /** A moment at which nothing is to leave becomes the next at which something may. */
  readonly skip?: (quota: Quota, at: number) => number;
}

function layOut(quota: Quota, now: number, { want, leadMs, paceAt: pace, skip = (_, at) => at }: Laying): ReturnType<typeof grant> {
  if (quota.cursor > now + leadMs) return { quota, grant: { kind: 'later', at: quota.cursor - leadMs / 2 } };
  const slots: number[] = [];
  let cursor = skip(quota, Math.max(now, quota.cursor));
  while (slots.length === 0 || (slots.length < want && cursor <= now + leadMs)) {
    slots.push(cursor);
    cursor = skip(quota, cursor + 1 / pace(quota, cursor));
  }
  return { quota: { ...quota, cursor }, grant: { kind: 'slots', slots } };
}
