import type { Message, Preparation } from '../platforms/platform.ts';
import type { Debt, Settling } from './debt.ts';
import type { NextStep } from './decide.ts';
import { neverEnds, numberOfAnother, subjectUnknown } from './delivery-issues.ts';
import type { Hand, Parts } from './hand.ts';
import { sendOnce } from './send-once.ts';
import { toRefusals } from './to-refusals.ts';

/** Steps one subject may take within one claim, e.g. look, create, look again. More would be a loop; parts are refused once each and not counted. */
const longestChain = 8;
/** A correction changes every resource of a visit in turn; more of them than any visit has would be a loop too. */
const mostEffects = 200;

/** Takes one debt as far as it comes: message by message until it is settled, comes back later, or is for a person. */
export async function deliverDebt(parts: Parts, hand: Hand): Promise<void> {
  const refusedBefore = hand.debt.refused.size;
  for (let step = 0; step < longestChain + Math.min(hand.effects, mostEffects) + hand.debt.refused.size - refusedBefore; step += 1) {
    if (step > 0 && parts.signal?.aborted === true) return parts.ledger.giveBack([hand.debt], parts.now(), parts.now());
    if (!(await takeStep(parts, hand))) return;
  }
  return parts.ledger.park(hand.debt, [neverEnds], parts.now());
}

/** One message, or none where nothing is to be sent now; true when the next is to be prepared at once. */
async function takeStep(parts: Parts, hand: Hand): Promise<boolean> {
  const { ledger, platform, now } = parts;
  const subject = await ledger.load(hand.debt);
  if (subject === undefined) {
    await ledger.hold(hand.debt, { reason: subjectUnknown.code, issues: [subjectUnknown] }, now());
    return false;
  }
  const upstream = await ledger.upstreamOf(platform.refsOf(subject));
  const preparation = platform.prepare(subject, upstream, hand.debt, now());
  if (preparation.do === 'refuse') return leaveOutUnsent(parts, hand, preparation);
  if (preparation.do !== 'send') {
    await conclude(parts, hand.debt, preparation);
    return false;
  }
  const { message } = preparation;
  const next = await sendOnce(parts, hand, { subject, message });
  const further = next !== undefined && (await goOn(parts, hand, { message, next }));
  if (further) hand.leaving = false;
  if (further && message.effect) hand.effects += 1;
  return further;
}

type Concluding = Exclude<Preparation, { do: 'send' | 'refuse' }>;

async function conclude(parts: Parts, debt: Debt, preparation: Concluding): Promise<void> {
  switch (preparation.do) {
    case 'settled':
      return parts.ledger.settle(debt, toSettling(preparation), parts.now());
    case 'wait':
      return parts.ledger.wait(debt, preparation, parts.now());
    case 'hold':
      return parts.ledger.hold(debt, preparation, parts.now());
  }
}

function toSettling({ upstream = [], leftOut = [], forget = [] }: Partial<Settling>): Settling {
  return { upstream, leftOut, forget };
}

interface Answered {
  readonly message: Message;
  readonly next: NextStep;
}

/** Writes down what an answer means; true when the next message for the same subject is to be prepared at once. */
async function goOn(parts: Parts, hand: Hand, { message, next }: Answered): Promise<boolean> {
  if (!(await learn(parts, hand, next))) {
    await parts.ledger.hold(hand.debt, { reason: numberOfAnother.code, issues: [numberOfAnother] }, parts.now());
    return false;
  }
  if (next.step === 'split') return leaveOut(parts, hand, { message, next });
  // A look that found nothing ends the doubt: the next message may be sent.
  hand.debt = { ...hand.debt, reconcile: hand.debt.reconcile && next.step !== 'continue' };
  if (next.step !== 'continue') await endStep(parts, hand.debt, { message, next });
  return next.step === 'continue';
}

/** Keeps what an answer taught, but for what settling keeps; false where it belongs to another visit of ours. */
async function learn({ ledger, now }: Parts, hand: Hand, next: NextStep): Promise<boolean> {
  if (!('upstream' in next) || next.step === 'settle') return true;
  if (!(await ledger.learn(hand.debt, next, now()))) return false;
  // What may still arrive under the number before is no version of what goes under this one.
  if (next.number !== undefined) hand.debt = { ...hand.debt, number: next.number, sentHash: undefined };
  return true;
}

/** Leaves out what was refused, so that the rest may go at once; a refusal that is known already ends with a person. */
async function leaveOut(
  parts: Parts,
  hand: Hand,
  { message, next }: { readonly message: Message; readonly next: Extract<NextStep, { step: 'split' }> },
): Promise<boolean> {
  const fresh = toRefusals(message, next).filter(({ ref, hash }) => hand.debt.refused.get(ref) !== hash);
  if (fresh.length === 0) {
    await parts.ledger.park(hand.debt, next.issues, parts.now());
    return false;
  }
  if (!(await parts.ledger.refuse(hand.debt, fresh, parts.now()))) return false;
  hand.debt = { ...hand.debt, refused: new Map([...hand.debt.refused, ...fresh.map(({ ref, hash }) => [ref, hash] as const)]) };
  return true;
}

/** What would be refused as it is never leaves; a person hears of it as of what the platform refused. */
function leaveOutUnsent(parts: Parts, hand: Hand, { message, entries, issues }: Extract<Preparation, { do: 'refuse' }>): Promise<boolean> {
  return leaveOut(parts, hand, { message, next: { step: 'split', refused: entries, issues } });
}

async function endStep(
  parts: Parts,
  debt: Debt,
  { message, next }: { readonly message: Message; readonly next: Exclude<NextStep, { step: 'continue' | 'split' }> },
): Promise<void> {
  const { ledger } = parts;
  const now = parts.now();
  switch (next.step) {
    case 'settle':
      return ledger.settle(debt, toSettling({ ...message, ...next }), now);
    case 'retry':
    case 'reconcile':
      return ledger.retry(debt, next, now);
    case 'wait':
      return ledger.wait(debt, toWait(next), now);
    case 'hold':
      return ledger.hold(debt, next, now);
    case 'park':
      return ledger.park(debt, next.issues, now);
  }
}

function toWait({ reason, notBefore }: Extract<NextStep, { step: 'wait' }>): Extract<Preparation, { do: 'wait' }> {
  return { do: 'wait', reason, ...(notBefore === undefined ? {} : { notBefore }) };
}
