import type { ValueSetIr } from './ir.ts';
import { isObject } from './json.ts';

/** Outside the value set, inside it, or not to be decided here. */
export type Membership = 0 | 1 | 2;

/** A value set made ready for lookups. */
export interface ValueSet {
  readonly url: string;
  /** Why a membership cannot be decided, for the undecided list. */
  readonly reason: string;
  readonly known: boolean;
  readonly plain: ReadonlySet<string>;
  readonly bySystem: ReadonlyMap<string, ReadonlySet<string>>;
  readonly open: ReadonlySet<string>;
  readonly shape: Shape | undefined;
}

/** Value sets too large to list, of which the syntax of a code is known. When the syntax is the whole definition, it decides. */
interface Shape {
  readonly pattern: RegExp;
  readonly decides: boolean;
}

const SHAPES: ReadonlyMap<string, Shape> = new Map([
  // BCP 13 (RFC 6838, 4.2), with the parameters of RFC 2045.
  [
    'http://hl7.org/fhir/ValueSet/mimetypes',
    {
      pattern: /^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}\/[A-Za-z0-9*][A-Za-z0-9!#$&^_.+-]{0,126}(?: ?; ?[A-Za-z0-9-]+="?[^"; ]+"?)*$/,
      decides: true,
    },
  ],
  // ISO 4217: three capital letters.
  ['http://hl7.org/fhir/ValueSet/currencies', { pattern: /^[A-Z]{3}$/, decides: false }],
]);

/** Makes an expansion ready for lookups; without one, only the syntax can be asked. */
export function toValueSet(url: string, expansion: ValueSetIr | undefined): ValueSet {
  const codes = Object.entries(expansion?.codes ?? {});
  const open = new Set(expansion?.open);
  return {
    url,
    reason: open.size > 0 ? 'code-system-not-held' : 'value-set-not-held',
    known: expansion !== undefined,
    plain: new Set(codes.flatMap(([, list]) => list)),
    bySystem: new Map(codes.map(([system, list]) => [system, new Set(list)])),
    open,
    shape: SHAPES.get(url),
  };
}

/** Asks for a bare code, whose system the value set itself supplies. */
export function inCode(set: ValueSet, code: unknown): Membership {
  if (typeof code !== 'string') return 0;
  if (set.shape !== undefined) {
    if (!set.shape.pattern.test(code)) return 0;
    return set.shape.decides ? 1 : 2;
  }
  if (!set.known) return 2;
  if (set.plain.has(code)) return 1;
  return set.open.size > 0 ? 2 : 0;
}

/** Asks for a Coding: system and code together. Without a code it says nothing that could be inside. */
export function inCoding(set: ValueSet, coding: unknown): Membership {
  if (!set.known) return 2;
  if (!isObject(coding) || typeof coding['code'] !== 'string') return 0;
  const system = typeof coding['system'] === 'string' ? coding['system'] : '';
  if (set.bySystem.get(system)?.has(coding['code']) === true) return 1;
  return set.open.has(system) ? 2 : 0;
}

/** Asks for a CodeableConcept: one coding inside is enough, one that cannot be decided leaves the whole undecided. */
export function inConcept(set: ValueSet, concept: unknown): Membership {
  if (!set.known) return 2;
  const codings = isObject(concept) ? concept['coding'] : undefined;
  let best: Membership = 0;
  if (!Array.isArray(codings)) return 0;
  for (const coding of codings) {
    const membership = inCoding(set, coding);
    if (membership === 1) return 1;
    if (membership === 2) best = 2;
  }
  return best;
}

/** Asks for the unit of a Quantity; one without a coded unit is not bound (R4 4.1.5). */
export function inQuantity(set: ValueSet, quantity: unknown): Membership {
  if (!isObject(quantity) || quantity['code'] === undefined) return set.known ? 1 : 2;
  return inCoding(set, quantity);
}
