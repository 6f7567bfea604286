import type { ElementTable } from '../element-definition.ts';
import { isSameValue } from '../same-value.ts';
import type { Element } from '../visit.ts';

/** A number that was given to a fact: it stays that fact's for ever, also while the fact is gone. */
export type GivenOrdinal = Pick<Element, 'key' | 'ordinal' | 'value'>;

/** Gives the facts of one visit their ordinals, from which the ids of resources follow. */
export interface Ordinals {
  /** The number the fact had before, or one that was never used. */
  readonly of: (element: Element) => number;
  /** What was given to facts that are not among these. */
  readonly gone: (elements: readonly Element[]) => readonly GivenOrdinal[];
}

/** Creates the numbering of a visit from all numbers given so far. A repeating element is known by its code or number, any other by its key. */
export function createOrdinals(before: readonly GivenOrdinal[], { elements }: ElementTable): Ordinals {
  const given = [...before];
  return {
    of: (element) => {
      const { key, value } = element;
      const ofKey = given.filter((one) => one.key === key);
      const repeats = elements.get(key)?.repeats === true;
      const known = ofKey.find((one) => !repeats || isSameRepeat(one, element));
      if (known !== undefined) return known.ordinal;
      // The second measurement of a row keeps its number: the numbers of one measurement (systolic, diastolic) must stay alike.
      const ordinal = value.kind === 'quantity' && repeats ? element.ordinal : Math.max(0, ...ofKey.map((one) => one.ordinal)) + 1;
      given.push({ key, ordinal, value });
      return ordinal;
    },
    gone: (now) => {
      const names = new Set(now.map(toName));
      return given.filter((one) => !names.has(toName(one))).map(({ key, ordinal, value }) => ({ key, ordinal, value }));
    },
  };
}

/** Of a repeating element a code is known by itself, a measurement by its number: measured again it is corrected, not another one. */
export function isSameRepeat(one: GivenOrdinal, other: GivenOrdinal): boolean {
  if (one.value.kind === 'quantity' && other.value.kind === 'quantity') return one.ordinal === other.ordinal;
  return isSameValue(one.value, other.value);
}

function toName({ key, ordinal }: GivenOrdinal): string {
  return `${key}|${String(ordinal)}`;
}
