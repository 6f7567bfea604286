import { toPlainValue } from '../map/same-value.ts';
import type { Element, ElementValue } from '../map/visit.ts';

/** One fact in clear, as short as can be: key, ordinal, value, and the parts of the fact where it has some. */
export type ClearFact = readonly [string, number, ClearValue] | readonly [string, number, ClearValue, Readonly<Record<string, ClearValue>>];

/** Integers are in the element's smallest unit, a date is `{ d: 'YYYY-MM-DD' }`. */
export type ClearValue = number | string | boolean | { readonly d: string };

/**
 * The facts of a visit that may stand in clear beside the random id of a person: no free text, and none of the elements named in `sealedKeys`
 * (sangat-terbatas, field rule 6), which are kept in the sealed part alone; nor what waits for a confirmation.
 */
export function toClearFacts(elements: readonly Element[], sealedKeys: ReadonlySet<string>): readonly ClearFact[] {
  return elements.flatMap((element): readonly ClearFact[] => {
    const value = toClearValue(element.value);
    if (value === undefined || sealedKeys.has(element.key) || element.unconfirmed === true) return [];
    const parts = Object.entries(element.fields ?? {}).flatMap(([name, part]) => {
      const clear = toClearValue(part);
      return clear === undefined ? [] : [[name, clear] as const];
    });
    return parts.length === 0
      ? [[element.key, element.ordinal, value]]
      : [[element.key, element.ordinal, value, Object.fromEntries(parts)]];
  });
}

function toClearValue(value: ElementValue): ClearValue | undefined {
  if (value.kind === 'text') return undefined;
  return value.kind === 'date' ? { d: value.date } : toPlainValue(value);
}
