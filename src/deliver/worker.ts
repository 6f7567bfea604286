import type { Delivery, Message, Platform, Preparation, SubjectState } from '../platforms/platform.ts';
import { createBreaker, type Breaker } from './breaker.ts';
import type { Debt, Ledger } from './debt.ts';
import { decide, isGivenUp, type NextStep, type RetryPolicy } from './decide.ts';
import { neverEnds, subjectUnknown, triedTooOften } from './delivery-issues.ts';

/** Everything a worker needs from outside; time and chance are arguments, so that hours are tested in seconds. */
export interface WorkerParts {
  readonly ledger: Ledger;
  readonly platform: Platform;
  readonly policy: RetryPolicy;
  readonly now: () => Date;
  readonly jitter: () => number;
  /** Debts in flight at once. */
  readonly concurrency: number;
  /** How long one message may take. A lease outlasts it and the quiet time, or a slow worker and its successor both send. */
  readonly timeoutMs: number;
}

/** Steps one subject may take within one claim, e.g. look, create, look again. More would be a loop. */
const longestChain = 8;

/**
 * The way out: claims what is owed and due, lets the platform prepare a message from the current version, sends it,
 * decides upon the answer, and settles the debt, tries again, looks it up, holds it or parks it for a person.
 * Returns how many debts were looked at; zero means that nothing is due now. Throws the first fault of our own after all
 * others have ended; the debt it met comes back when its lease ends.
 */
export async function deliverDue(parts: WorkerParts, breaker: Breaker = createBreaker()): Promise<number> {
  const debts = await parts.ledger.claim(parts.now(), parts.concurrency * 4);
  const queue = [...debts];
  const faults: unknown[] = [];
  const lanes = Array.from({ length: Math.min(parts.concurrency, queue.length) }, async () => {
    for (let debt = queue.shift(); debt !== undefined; debt = queue.shift())
      await deliverDebt({ ...parts, breaker }, debt).catch((fault: unknown) => faults.push(fault));
  });
  await Promise.all(lanes);
  if (faults.length > 0) throw faults[0];
  return debts.length;
}

type Parts = WorkerParts & { readonly breaker: Breaker };

async function deliverDebt(parts: Parts, claimed: Debt): Promise<void> {
  let debt = claimed;
  for (let step = 0; step < longestChain; step += 1) {
    const subject = await parts.ledger.load(debt.subject);
    if (subject === undefined) return parts.ledger.hold(debt, { reason: subjectUnknown.code, issues: [subjectUnknown] }, parts.now());
    const upstream = await parts.ledger.upstreamOf(parts.platform.refsOf(subject));
    const preparation = parts.platform.prepare(subject, upstream, debt, parts.now());
    if (preparation.do !== 'send') return conclude(parts, debt, preparation);
    const next = await sendOnce(parts, { debt, subject, message: preparation.message });
    if (next === undefined) return;
    if ('upstream' in next && next.step !== 'settle') await parts.ledger.learn(debt, next.upstream, parts.now());
    if (next.step !== 'continue') return settleStep(parts, debt, next);
    // A look that found nothing ends the doubt: the next message may be sent.
    debt = { ...debt, reconcile: false };
  }
  return parts.ledger.park(debt, [neverEnds], parts.now());
}

async function conclude(parts: Parts, debt: Debt, preparation: Exclude<Preparation, { do: 'send' }>): Promise<void> {
  switch (preparation.do) {
    case 'settled':
      return parts.ledger.settle(debt, [], parts.now());
    case 'wait':
      return parts.ledger.wait(debt, preparation, parts.now());
    case 'hold':
      return parts.ledger.hold(debt, preparation, parts.now());
  }
}

interface Sending {
  readonly debt: Debt;
  readonly subject: SubjectState;
  readonly message: Message;
}

/** Undefined when another worker has taken the debt over meanwhile: then nothing is sent. */
async function sendOnce(parts: Parts, { debt, subject, message }: Sending): Promise<NextStep | undefined> {
  const at = parts.now();
  const rest = parts.breaker.restsUntil(message.credential, at);
  if (rest !== undefined) return { step: 'wait', reason: 'platform-berhenti', notBefore: rest, upstream: [] };
  if (message.effect && isGivenUp(debt.attempts, parts.policy)) return { step: 'park', issues: [triedTooOften] };
  if (message.effect && !(await parts.ledger.beginSending(debt, message, at))) return undefined;
  const delivery = await parts.platform.send(message, subject, AbortSignal.timeout(parts.timeoutMs));
  const now = parts.now();
  await parts.ledger.record(debt, { message, delivery, at, durationMs: now.getTime() - at.getTime() });
  return decideNext(parts, { debt, credential: message.credential }, delivery, now);
}

function decideNext(parts: Parts, of: { readonly debt: Debt; readonly credential: string }, delivery: Delivery, now: Date): NextStep {
  const { breaker, policy } = parts;
  const tries = { attempts: of.debt.attempts, outages: breaker.outages(of.credential), now, jitter: parts.jitter() };
  const next = decide(delivery, tries, policy);
  const stopped = delivery.kind === 'deferred' && delivery.platformWide === true;
  if (stopped && next.step === 'wait' && next.notBefore !== undefined) breaker.refuse(of.credential, now, next.notBefore);
  if (delivery.kind === 'accepted' || delivery.kind === 'rejected') breaker.answer(of.credential);
  return next;
}

async function settleStep(parts: Parts, debt: Debt, next: Exclude<NextStep, { step: 'continue' }>): Promise<void> {
  const { ledger } = parts;
  const now = parts.now();
  switch (next.step) {
    case 'settle':
      return ledger.settle(debt, next.upstream, now);
    case 'retry':
    case 'reconcile':
      return ledger.retry(debt, next, now);
    case 'wait':
      return ledger.wait(debt, toWait(next), now);
    case 'hold':
      return ledger.hold(debt, next, now);
    case 'split':
    case 'park':
      return ledger.park(debt, next.issues, now);
  }
}

function toWait({ reason, notBefore }: Extract<NextStep, { step: 'wait' }>): Extract<Preparation, { do: 'wait' }> {
  return { do: 'wait', reason, ...(notBefore === undefined ? {} : { notBefore }) };
}
