import type { Element } from './visit.ts';

/** The measured value of an element in whole smallest units, if the visit has one; what waits for a confirmation does not count. */
export function intOf(elements: readonly Element[], key: string): number | undefined {
  const value = findCounted(elements, key)?.value;
  return value?.kind === 'quantity' ? value.int : undefined;
}

/** The first element of a key that counts: what was read out of a free text waits for a nakes (field rule 7). */
export function findCounted(elements: readonly Element[], key: string): Element | undefined {
  return elements.find((element) => element.key === key && element.unconfirmed !== true);
}
