import { setTimeout as sleep } from 'node:timers/promises';
import type { Breaker } from './breaker.ts';
import type { NextStep } from './decide.ts';
import type { WorkerParts } from './worker-parts.ts';

type Passing = Pick<WorkerParts, 'now' | 'jitter' | 'quota'> & { readonly breaker: Breaker; readonly signal: AbortSignal | undefined };
type Waiting = Extract<NextStep, { step: 'wait' }>;

/**
 * Lets a message pass to the platform: undefined = now. Else what its debt waits for, at no cost: the end of a rest, or the quota. A moment
 * that is close is waited for here; for one that is further away the debt goes back, so that nobody sleeps over a lease.
 */
export async function passOn(parts: Passing, credential: string): Promise<Waiting | undefined> {
  const until = parts.breaker.restsUntil(credential, parts.now());
  if (until !== undefined) return toResting(until);
  const leave = (await parts.quota?.ask(credential)) ?? { may: true, at: 0 };
  const now = parts.now();
  const napMs = leave.at - now.getTime();
  if (!leave.may || napMs > longestNapMs) return toWaiting(parts, leave.at);
  const admitted = parts.breaker.admit(credential, now);
  if (admitted.may === 'rest') return toResting(admitted.until);
  await nap(napMs, parts.signal);
  return undefined;
}

async function nap(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
}

function toResting(notBefore: Date): Waiting {
  return { step: 'wait', reason: 'platform-berhenti', notBefore, upstream: [] };
}

/** Longer than calls are given out ahead of time, far shorter than a lease. */
const longestNapMs = 2500;

/** Those who are turned away together do not come back together. */
function toWaiting({ jitter }: Passing, at: number): Waiting {
  return { step: 'wait', reason: 'kuota-habis', notBefore: new Date(at + Math.round(200 + 1800 * jitter())), upstream: [] };
}
