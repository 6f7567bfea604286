import { setTimeout as pause } from 'node:timers/promises';
import type { Checked } from '../fhir/checked.ts';
import type { KeyClaim } from '../store/idempotency.ts';
import type { HandedOnce, SubmissionRequest, SubmissionResult } from '../submission.ts';
import { toFacts } from './open-submission.ts';
import { keyPatienceMs, type GatewayParts } from './parts.ts';
import { toAnswer } from './results.ts';

/** Hands a request in under a claim; `taken` when somebody else's transaction has used the key before. */
export type HandIn = (request: SubmissionRequest, claim: KeyClaim) => Promise<Checked<SubmissionResult | 'taken'>>;

/**
 * Makes a request under a key happen once. The unique key in the database decides between processes; within this one the others wait without
 * holding a connection.
 */
export function createOnce(parts: GatewayParts, handIn: HandIn): (request: SubmissionRequest, key: string) => Promise<HandedOnce> {
  const underWay = new Map<string, Promise<unknown>>();
  const begin = (request: SubmissionRequest, claim: KeyClaim, hex: string): Promise<HandedOnce | undefined> => {
    const work = handInUnder(parts, handIn, request, claim);
    const ended = work.catch(() => undefined).finally(() => underWay.delete(hex));
    underWay.set(hex, ended);
    return work;
  };
  return async (request, key) => {
    const claim = parts.store.idempotency.toKeyClaim(parts.store.db, { ...request, key, facts: toFacts(request) });
    const hex = claim.keyDigest.toString('hex');
    for (;;) {
      const known = await findKnown(parts, claim);
      if (known !== undefined) return known;
      const first = underWay.get(hex);
      const done = first === undefined ? await begin(request, claim, hex) : await waitFor(first, keyPatienceMs(parts));
      if (done !== undefined) return done;
    }
  };
}

async function findKnown({ store }: GatewayParts, claim: KeyClaim): Promise<HandedOnce | undefined> {
  const answer = await store.idempotency.findAnswer(store.db, claim);
  if (answer === undefined) return undefined;
  return answer === 'other' ? { kind: 'other-request' } : { kind: 'answered', answer, replayed: true };
}

/** Undefined when the key was used by another transaction meanwhile: then its answer is there. */
async function handInUnder(
  { store }: GatewayParts,
  handIn: HandIn,
  request: SubmissionRequest,
  claim: KeyClaim,
): Promise<HandedOnce | undefined> {
  try {
    const handed = await handIn(request, claim);
    if (!handed.ok) return { kind: 'refused', issues: handed.issues };
    return handed.value === 'taken' ? undefined : { kind: 'answered', answer: toAnswer(handed.value), replayed: false };
  } catch (fault) {
    if (store.idempotency.isKeyUnderWay(fault)) return { kind: 'under-way' };
    throw fault;
  }
}

/** Undefined when the first has ended, however it did: its answer is stored, or the key is free again. */
async function waitFor(first: Promise<unknown>, patienceMs: number): Promise<HandedOnce | undefined> {
  const patience = new AbortController();
  const late = pause(patienceMs, 'late' as const, { signal: patience.signal }).catch(() => undefined);
  const ended = await Promise.race([first, late]);
  patience.abort();
  return ended === 'late' ? { kind: 'under-way' } : undefined;
}
