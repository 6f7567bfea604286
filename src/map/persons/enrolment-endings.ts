import type { Element, LocalDate } from '../visit.ts';

/** An end of entries in the register of sasaran, of one category or of all. */
export interface Ending {
  readonly category?: string;
  readonly on: LocalDate;
  readonly reason: 'melahirkan' | 'keguguran' | 'meninggal';
}

/**
 * What the facts of a visit or a register end: a delivery or a loss ends the entry as pregnant (`pregnant` are the categories that say so), a
 * death every entry. What waits for a nakes to confirm it ends nothing (field rule 7).
 */
export function toEndings(elements: readonly Element[], pregnant: readonly string[]): readonly Ending[] {
  return elements.flatMap(({ key, value, unconfirmed }): readonly Ending[] => {
    if (value.kind !== 'date' || unconfirmed === true) return [];
    switch (key) {
      case 'tanggal-meninggal':
        return [{ on: value.date, reason: 'meninggal' }];
      case 'tanggal-persalinan':
        return pregnant.map((category) => ({ category, on: value.date, reason: 'melahirkan' }));
      case 'tanggal-keguguran':
        return pregnant.map((category) => ({ category, on: value.date, reason: 'keguguran' }));
      default:
        return [];
    }
  });
}
