import type { ElementDefinition } from '../element-definition.ts';
import type { CellFact, FactValue } from '../source.ts';
import { isBands } from '../tables/compile-fhir.ts';
import { addDays } from '../days.ts';
import type { Alternatives, Variant } from './variant.ts';
import { varyText } from './vary-text.ts';

/** What else a cell could have said instead of a fact. */
export function varyFact(fact: CellFact, tables: Alternatives): readonly Variant<CellFact>[] {
  return varyValue(fact, tables).map(({ near, to }) => ({ near, to: { ...fact, value: to } }));
}

function varyValue({ is, value }: CellFact, tables: Alternatives): readonly Variant<FactValue>[] {
  const definition = tables.programme.elements.elements.get(is);
  switch (value.kind) {
    case 'date':
      return dayShifts.map(({ near, days }) => ({ near, to: { kind: 'date', date: addDays(value.date, days) } }));
    case 'boolean':
      return [{ near: true, to: { kind: 'boolean', boolean: !value.boolean } }];
    case 'number':
      return [{ near: true, to: { kind: 'number', number: value.number + 1 } }];
    case 'coded':
      return toCodes(is, definition)
        .filter((code) => code !== value.code)
        .slice(0, mostCodes)
        .map((code) => ({ near: true, to: { kind: 'coded', code } }));
    case 'text':
      return varyText(is, value.text, tables).map(({ near, to }) => ({ near, to: { kind: 'text', text: to } }));
    case 'measure':
      return varyMeasure(value, definition);
  }
}

// A day is a slip of the pen; a month and a year cross the limits of ages and of pregnancies.
const dayShifts = [
  { near: true, days: 1 },
  { near: true, days: -1 },
  { near: false, days: 45 },
  { near: false, days: -45 },
  { near: false, days: 400 },
  { near: false, days: -400 },
];

const mostCodes = 12;

const ownCodes: Readonly<Record<string, readonly string[]>> = {
  'person.sex': ['L', 'P'],
  'visit.condition': ['hamil', 'bersalin', 'nifas'],
};

/** The codes that a target can have. */
export function toCodes(is: string, definition: ElementDefinition | undefined): readonly string[] {
  return ownCodes[is] ?? definition?.codes ?? Object.keys(definition?.fhir?.values ?? {});
}

type Measure = Extract<FactValue, { readonly kind: 'measure' }>;

/** The next number that the form can write; and, farther off, both sides of each limit at which its meaning changes. */
function varyMeasure({ measure }: Measure, definition: ElementDefinition | undefined): readonly Variant<FactValue>[] {
  const perUnit = definition?.unit?.perUnit ?? 1;
  const step = definition?.fhir?.as === 'integer' ? perUnit : Math.max(1, Math.round(perUnit / 10));
  const to = (int: number): FactValue => {
    const others = measure.others.map((other) => ({ ...other, int: Math.round((other.int * int) / Math.max(1, measure.int)) }));
    return { kind: 'measure', measure: { int, written: String(int), others } };
  };
  const near = [measure.int + step, measure.int - step].filter((int) => int > 0);
  const far = [...toLimits(definition, perUnit), measure.int + perUnit, Math.round(measure.int * 0.8), Math.round(measure.int * 1.25)];
  const steps = [...near.map((int) => ({ near: true, int })), ...far.map((int) => ({ near: false, int }))];
  return steps.filter(({ int }) => int !== measure.int && int >= 0).map(({ near: isNear, int }) => ({ near: isNear, to: to(int) }));
}

function toLimits(definition: ElementDefinition | undefined, perUnit: number): readonly number[] {
  const { interpretation, during = {}, by = [] } = definition?.fhir ?? {};
  const told = [...Object.values(during), ...by].flatMap((line) => line.interpretation ?? []);
  const bands = [...(isBands(interpretation) ? interpretation : []), ...told];
  const limits = new Set(bands.flatMap(({ below }) => (below === undefined ? [] : [Math.round(below * perUnit)])));
  return [...limits].flatMap((limit) => [limit - 1, limit]);
}
