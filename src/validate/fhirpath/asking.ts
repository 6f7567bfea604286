import { isObject } from '../json.ts';
import { inCode, inCoding, inConcept } from '../terminology/value-sets.ts';
import type { Membership, ValueSet } from '../terminology/value-sets.ts';
import { NoAnswer } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

/** Whether a code, Coding or CodeableConcept is in a value set; what cannot be decided leaves the whole rule undecided. */
export function memberOf(item: unknown, canonical: unknown, around: Surroundings): boolean | undefined {
  if (item === undefined || typeof canonical !== 'string') return undefined;
  const membership = toMembership(around.terminology.toValueSet(canonical), item);
  return decided(membership === 2 ? undefined : membership === 1);
}

function toMembership(set: ValueSet, item: unknown): Membership {
  if (!isObject(item)) return inCode(set, item);
  return item['coding'] === undefined ? inCoding(set, item) : inConcept(set, item);
}

/** Whether a value follows a profile; likewise. */
export function conformsTo(item: unknown, profile: unknown, around: Surroundings): boolean | undefined {
  if (item === undefined || typeof profile !== 'string') return undefined;
  return decided(around.conforms?.(item, profile));
}

/** The present moment, where the caller gave it. */
export function now({ options }: Surroundings): string {
  return decided(options.now === '' ? undefined : options.now);
}

/** The present day. */
export function today(around: Surroundings): string {
  return now(around).slice(0, 10);
}

function decided<Answer>(answer: Answer | undefined): Answer {
  if (answer === undefined) throw new NoAnswer('rule-not-decided');
  return answer;
}
