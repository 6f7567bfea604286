import type { Unit } from '../element-definition.ts';
import type { FactValue } from '../source.ts';
import type { ColumnFacts, Convert } from './conversion.ts';
import type { ToldAge } from './read-age.ts';
import { readAge } from './read-age.ts';
import type { CardNumber } from './read-card-number.ts';
import { readCardNumber } from './read-card-number.ts';
import { readGlucose } from './read-glucose.ts';
import type { WrittenNumber } from './read-number.ts';
import type { Reading } from './reading.ts';

type ReadMeasure = (text: string, unit: Unit, column: ColumnFacts) => Reading<WrittenNumber>;

/** A reader of measures in the unit of its element; a target without a unit is a fault of the programme, and reads nothing. */
export function toMeasureReader(read: ReadMeasure): Convert {
  return (column) => (text) => {
    const { value, remarks } = read(text, column.unit ?? plainUnit, column);
    return value === undefined ? { remarks } : { value: { kind: 'measure', measure: value }, remarks };
  };
}

const plainUnit: Unit = { ucum: '1', display: '', smallest: '1', perUnit: 1 };

/** A reader of a glucometer's numbers and its HI and LO. */
export function toGlucoseReader({ unit = plainUnit, decimal }: ColumnFacts): (text: string) => Reading<FactValue> {
  return (text) => readGlucose(text, unit, decimal);
}

/** A reader of numbers on a card. */
export function toCardReader(card: CardNumber): Convert {
  return () => (text) => toText(readCardNumber(text, card));
}

/** A reading of a text as a fact. */
export function toText({ value, remarks }: Reading<string>): Reading<FactValue> {
  return value === undefined ? { remarks } : { value: { kind: 'text', text: value }, remarks };
}

/** A reading of a code as a fact. */
export function toCoded({ value, remarks }: Reading<string>): Reading<FactValue> {
  return value === undefined ? { remarks } : { value: { kind: 'coded', code: value }, remarks };
}

/** A reader of ages in a column of their own, marked as no birth date. */
export function toAgeReader({ unitWord }: ColumnFacts): (text: string) => Reading<FactValue> {
  return (text) => {
    const { value, remarks } = readAge(text, unitWord);
    return value === undefined ? { remarks } : { value: toDuration(value), remarks };
  };
}

/** The age that a text tells, if it tells one. */
export function readToldAge(text: string): FactValue | undefined {
  const { value } = readAge(text);
  return value === undefined ? undefined : toDuration(value);
}

/** An age as ISO 8601 writes a duration; the birth date it comes to depends on the day of the visit. */
function toDuration({ years, months, days }: ToldAge): FactValue {
  return { kind: 'text', text: `P${String(years)}Y${String(months)}M${String(days)}D` };
}
