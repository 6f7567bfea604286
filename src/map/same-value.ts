import type { ElementValue } from './visit.ts';

/** True when two values say the same; how a number was written does not matter. */
export function isSameValue(one: ElementValue, other: ElementValue): boolean {
  return one.kind === other.kind && toPlainValue(one) === toPlainValue(other);
}

/** The bare value: a whole number of smallest units, a code, a text, a date, or yes and no. */
export function toPlainValue(value: ElementValue): string | number | boolean {
  switch (value.kind) {
    case 'quantity':
      return value.int;
    case 'coded':
      return value.code;
    case 'boolean':
      return value.boolean;
    case 'text':
      return value.text;
    case 'date':
      return value.date;
  }
}
