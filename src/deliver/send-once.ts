import type { Delivery, Message } from '../platforms/platform.ts';
import type { SubjectState } from '../platforms/subject.ts';
import type { Debt } from './debt.ts';
import { decide, isGivenUp, type NextStep } from './decide.ts';
import { numberOfAnother, triedTooOften } from './delivery-issues.ts';
import type { Hand, Parts } from './hand.ts';
import { passOn } from './pass.ts';

interface Sending {
  readonly subject: SubjectState;
  readonly message: Message;
}

/** Sends one message and decides upon its answer. Undefined when another worker has taken the debt over meanwhile: then nothing is sent. */
export async function sendOnce(parts: Parts, hand: Hand, { subject, message }: Sending): Promise<NextStep | undefined> {
  const { credential } = message;
  parts.lanes.learn(hand.debt.lane, credential);
  const waiting = await passOn(parts, credential);
  if (waiting !== undefined) return waiting;
  const stopped = message.effect ? await begin(parts, hand, message) : 'begun';
  if (stopped !== 'begun') return stopped;
  const at = parts.now();
  const delivery = await parts.platform.send(message, subject, AbortSignal.timeout(parts.timeoutMs));
  if (delivery.kind === 'deferred' || delivery.kind === 'rejected') hand.leaving = false;
  const now = parts.now();
  await tellQuota(parts, credential, { delivery, at, now });
  await parts.ledger.record(hand.debt, { message, delivery, at, durationMs: now.getTime() - at.getTime() });
  return decideNext(parts, { debt: hand.debt, credential }, delivery, now);
}

/** What an answer says of the platform's quota: too many calls, or not. Where nobody answered, or a token was refused, it says nothing. */
async function tellQuota(
  { quota }: Parts,
  credential: string,
  { delivery, at, now }: { readonly delivery: Delivery; readonly at: Date; readonly now: Date },
): Promise<void> {
  const [sentAt, answeredAt] = [at.getTime(), now.getTime()];
  if (delivery.kind === 'accepted' || delivery.kind === 'rejected') return quota?.tell(credential, { ok: true, sentAt, answeredAt });
  if (delivery.kind !== 'deferred' || delivery.of !== 'quota') return;
  const { retryAfterMs } = delivery;
  return quota?.tell(credential, { ok: false, sentAt, answeredAt, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });
}

/** Says durably that a message leaves, or why it must not. */
async function begin(parts: Parts, hand: Hand, message: Message): Promise<'begun' | NextStep | undefined> {
  if (isGivenUp(hand.debt.attempts, parts.policy)) return { step: 'park', issues: [triedTooOften] };
  const asked = parts.now();
  const begun = await parts.ledger.beginSending(hand.debt, message, asked);
  if (begun === 'number-taken') return { step: 'hold', reason: numberOfAnother.code, issues: [numberOfAnother], upstream: [] };
  // On a machine that slept meanwhile the lease may be another's before the message has ended: nothing leaves, and whoever takes the debt looks first.
  const slept = parts.now().getTime() - asked.getTime() > parts.policy.quietMs;
  if (begun === 'lost' || slept) return undefined;
  hand.leaving = true;
  hand.debt = { ...hand.debt, number: hand.debt.number ?? message.number };
  return 'begun';
}

function decideNext(parts: Parts, of: { readonly debt: Debt; readonly credential: string }, delivery: Delivery, now: Date): NextStep {
  const { breaker, policy } = parts;
  const tries = { attempts: of.debt.attempts, outages: breaker.outages(of.credential), now, jitter: parts.jitter() };
  const next = decide(delivery, tries, policy);
  tellBreaker(parts, of.credential, { delivery, now, notBefore: 'notBefore' in next ? next.notBefore : undefined });
  return next;
}

/** Who is answered at all need not rest; a probe that came to nothing prolongs the rest, and so does what stops a whole platform. */
function tellBreaker(
  { breaker, quota }: Parts,
  credential: string,
  { delivery, now, notBefore }: { readonly delivery: Delivery; readonly now: Date; readonly notBefore: Date | undefined },
): void {
  const cause = delivery.kind === 'deferred' ? delivery.of : undefined;
  const lost = delivery.kind === 'unknown' && breaker.outages(credential) > 0;
  if (!lost && !isStopped(delivery, quota !== undefined)) breaker.answer(credential);
  else if (notBefore !== undefined) breaker.refuse(credential, now, notBefore, cause === 'network' ? cause : undefined);
}

/** Where quotas are learned, too many calls are the gate's to keep. */
function isStopped(delivery: Delivery, gated: boolean): boolean {
  if (!('platformWide' in delivery) || !delivery.platformWide) return false;
  return !(gated && delivery.kind === 'deferred' && delivery.of === 'quota');
}
