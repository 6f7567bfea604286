import type { ValueSetIr } from '../ir.ts';
import { isObject } from '../json.ts';
import type { System } from './system.ts';

/** Outside the value set, inside it, or not to be decided here. */
export type Membership = 0 | 1 | 2;

/** A value set made ready for lookups. */
export interface ValueSet {
  readonly url: string;
  /** Why a membership cannot be decided, for the undecided list. */
  readonly reason: string;
  readonly known: boolean;
  /** Any code may be inside. */
  readonly beyond: boolean;
  readonly plain: ReadonlySet<string>;
  readonly bySystem: ReadonlyMap<string, ReadonlySet<string>>;
  readonly open: ReadonlySet<string>;
  /** Systems that are inside as a whole. */
  readonly whole: ReadonlySet<string>;
  /** The system as it is known; asked at the first code that needs it. */
  readonly toSystem: (url: string) => System;
}

/** Makes an expansion ready for lookups; without one nothing can be decided. */
export function toValueSet(url: string, expansion: ValueSetIr | undefined, toSystem: (url: string) => System): ValueSet {
  const codes = Object.entries(expansion?.codes ?? {});
  return {
    url,
    reason: expansion === undefined ? 'value-set-not-held' : (expansion.reason ?? 'code-system-not-held'),
    known: expansion !== undefined,
    beyond: expansion?.beyond === true,
    plain: new Set(codes.flatMap(([, list]) => list)),
    bySystem: new Map(codes.map(([system, list]) => [system, new Set(list)])),
    open: new Set(expansion?.open),
    whole: new Set(expansion?.whole),
    toSystem,
  };
}

/** Asks for a bare code, whose system the value set itself supplies. */
export function inCode(set: ValueSet, code: unknown): Membership {
  if (set.plain.has(code as string)) return 1;
  return typeof code === 'string' ? inPlain(set, code) : 0;
}

function inPlain(set: ValueSet, code: string): Membership {
  if (!set.known || set.beyond || set.open.size > 0) return 2;
  const whole = inWholes(set, code);
  return whole === 0 && isFolded(set, code) ? 1 : whole;
}

function inWholes(set: ValueSet, code: string): Membership {
  let best: Membership = 0;
  for (const system of set.whole) {
    const membership = inWhole(set.toSystem(system), code);
    if (membership === 1) return 1;
    if (membership === 2) best = 2;
  }
  return best;
}

/** Codes of a system in which capitals do not matter (R4 CodeSystem.caseSensitive). */
function isFolded(set: ValueSet, code: string): boolean {
  for (const system of set.bySystem.keys()) if (hasFolded(set, system, code)) return true;
  return false;
}

function hasFolded(set: ValueSet, system: string, code: string): boolean {
  const exact = set.bySystem.has(system) ? set.toSystem(system).fold(code) : undefined;
  return exact !== undefined && set.bySystem.get(system)?.has(exact) === true;
}

function inWhole(system: System, code: string): Membership {
  switch (system.toStanding(code)) {
    case 'listed':
    case 'valid':
      return 1;
    case 'unknown':
      return 0;
    case 'unlisted':
    case 'undecided':
      return 2;
  }
}

/** Asks for a Coding: system and code together. One that lacks either is not asked, as the reference validator does not. */
export function inCoding(set: ValueSet, coding: unknown): Membership {
  if (!isObject(coding) || typeof coding['code'] !== 'string' || typeof coding['system'] !== 'string') return 1;
  return inSystem(set, coding['system'], coding['code']);
}

function inSystem(set: ValueSet, system: string, code: string): Membership {
  if (set.bySystem.get(system)?.has(code) === true) return 1;
  if (!set.known || set.beyond || set.open.has(system)) return 2;
  if (set.whole.has(system)) return inWhole(set.toSystem(system), code);
  return hasFolded(set, system, code) ? 1 : 0;
}

/** Asks for a CodeableConcept: one coding inside is enough, one that cannot be decided leaves the whole undecided; text alone is outside. */
export function inConcept(set: ValueSet, concept: unknown): Membership {
  const codings = isObject(concept) ? concept['coding'] : undefined;
  let best: Membership = 0;
  if (!Array.isArray(codings)) return set.known ? 0 : 2;
  for (const coding of codings) {
    const membership = inPart(set, coding);
    if (membership === 1) return 1;
    if (membership === 2) best = 2;
  }
  return best;
}

function inPart(set: ValueSet, coding: unknown): Membership {
  if (!isObject(coding) || typeof coding['code'] !== 'string') return set.known ? 0 : 2;
  return inSystem(set, typeof coding['system'] === 'string' ? coding['system'] : '', coding['code']);
}
