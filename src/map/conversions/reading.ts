import type { Remark } from '../catalogue/issue-catalogue.ts';
import type { ElementValue, LocalDate } from '../visit.ts';

/** What a conversion made of a cell: a value, nothing to be read, or a refusal; with what was noticed on the way. */
export interface Reading<T = ElementValue> {
  readonly value?: T;
  readonly remarks: readonly Remark[];
}

/** What a conversion may know besides the cell: the day on which it is read, which no date may lie beyond. */
export interface ReadingDay {
  readonly asOf: LocalDate;
}

const nothing: Reading<never> = { remarks: [] };

/** A reading of an empty cell. */
export function toNothing(): Reading<never> {
  return nothing;
}

/** A reading with a value, and a remark where one is due. */
export function toRead<T>(value: T, ...remarks: readonly Remark[]): Reading<T> {
  return { value, remarks };
}

/** A reading without a value, and why. */
export function toRefused(remark: Remark): Reading<never> {
  return { remarks: [remark] };
}
