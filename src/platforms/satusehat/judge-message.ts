import { isBlocking, type Issue } from '../../fhir/issue.ts';
import type { Message, Preparation } from '../platform.ts';
import { field, list } from '../answer.ts';
import { toHold } from './holds/hold.ts';
import { checkMessage } from './preflight/check-message.ts';
import type { RuleBook } from './preflight/rule-book.ts';

/** By what a message is judged before it leaves: base R4, and SATUSEHAT's own rules. */
export interface Judges {
  readonly judge: (resource: unknown) => readonly Issue[];
  readonly rules: RuleBook;
}

/**
 * What leaves is judged once more after the identity join: against base R4, then by SATUSEHAT's rules. Rules by which a refusal was recorded
 * hold the message, or leave out the parts of a visit they name; what the dictionary alone says goes along as remarks.
 */
export function judgeMessage(next: Extract<Preparation, { do: 'send' }>, { judge, rules }: Judges, now: Date): Preparation {
  const { message } = next;
  const faults = judgeBody(message.body, judge);
  if (faults.length > 0) return toHoldWith('pesan-tidak-sah', faults);
  const { held, remarks } = checkMessage(message, rules, now);
  if (held.length > 0) return refuse(message, held);
  return remarks.length === 0 ? next : { ...next, message: { ...message, remarks: [...(message.remarks ?? []), ...remarks] } };
}

/** Of a visit the rest may go without what would be refused; where the Encounter itself, or nothing in particular, is at fault, nothing goes. */
function refuse(message: Message, held: readonly Issue[]): Preparation {
  const entries = held.map(({ expression = '' }) => Number(/^Bundle\.entry\[(\d{1,4})\]/.exec(expression)?.[1] ?? 0));
  const parts = message.plan === 'kirim-kunjungan' && !entries.includes(0);
  return parts ? { do: 'refuse', message, entries: [...new Set(entries)], issues: held } : toHoldWith('aturan-satusehat', held);
}

function toHoldWith(reason: Parameters<typeof toHold>[0], issues: readonly Issue[]): Preparation {
  const held = toHold(reason);
  return { ...held, issues: [...held.issues, ...issues] };
}

/** A transaction is judged entry by entry, so that an issue names the resource; a single resource as it is. */
function judgeBody(body: unknown, judge: Judges['judge']): readonly Issue[] {
  // A JSON Patch is no resource.
  if (body === undefined || Array.isArray(body)) return [];
  const entries = list(field(body, 'entry')).map((entry) => field(entry, 'resource'));
  return (entries.length === 0 ? [body] : entries).flatMap((resource) => judge(resource)).filter(isBlocking);
}
