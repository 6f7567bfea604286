import { addDays } from '../days.ts';
import type { ElementDefinition } from '../element-definition.ts';
import type { CellFact, FactValue } from '../source.ts';
import type { LocalDate } from '../visit.ts';
import type { Alternatives } from './variant.ts';
import { toCodes } from './vary-fact.ts';
import { otherName, strangers } from './vary-text.ts';

/**
 * What an open cell could have said: a number of the person, a sibling's code, a day of delivery. It asks whether leaving the cell open decided
 * anything that stands elsewhere. Nothing is invented for what only adds a fact of its own kind.
 */
export function inventFacts(is: string, on: LocalDate, { programme, places }: Alternatives): readonly CellFact[] {
  const definition = programme.elements.elements.get(is);
  const values = definition === undefined ? toTold(is, places, on) : toMeasured(is, definition, on);
  return values.map((value) => ({ is, value }));
}

function toTold(is: string, places: readonly string[], on: LocalDate): readonly FactValue[] {
  const days: Readonly<Record<string, readonly number[]>> = { 'person.birthDate': [-700, -9000], 'visit.date': [-1] };
  const shifts = days[is];
  if (shifts !== undefined) return shifts.map((days) => ({ kind: 'date', date: addDays(on, days) }));
  const codes = toCodes(is, undefined);
  if (codes.length > 0) return codes.map((code) => ({ kind: 'coded', code }));
  return (texts(places)[is] ?? []).map((text) => ({ kind: 'text', text }));
}

function texts(places: readonly string[]): Readonly<Record<string, readonly string[]>> {
  return {
    'person.nik': strangers,
    'person.nikIbu': strangers,
    'person.nikParent': strangers,
    'person.name': [otherName],
    'visit.place': places.slice(0, 1),
    'visit.recorder': ['kader', 'bidan'],
    'visit.verifiedBy': [otherName],
  };
}

function toMeasured(is: string, definition: ElementDefinition, on: LocalDate): readonly FactValue[] {
  const codes = toCodes(is, definition);
  if (definition.shape === 'date') return [-10, -100].map((days) => ({ kind: 'date', date: addDays(on, days) }));
  if (codes.length > 0) return codes.slice(0, 3).map((code) => ({ kind: 'coded', code }));
  return definition.unit === undefined ? [{ kind: 'boolean', boolean: true }] : [toMiddle(definition)];
}

function toMiddle({ range, unit }: ElementDefinition): FactValue {
  const [least, most] = range?.soft ?? range?.hard ?? [1, 10];
  const int = Math.round(((least + most) / 2) * (unit?.perUnit ?? 1));
  return { kind: 'measure', measure: { int, written: String(int), others: [] } };
}
