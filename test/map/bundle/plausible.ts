import fc from 'fast-check';
import type { ElementDefinition, PlausibleRange, Shape } from '../../../src/map/element-definition.ts';
import type { Element, ElementValue } from '../../../src/map/visit.ts';

/** Days on and before the visit of `aVisit`. */
export const days = ['2025-08-12', '2025-08-11', '2025-03-01', '2024-02-29'] as const;

/** Every value of an element that a form may bring: each of its codes, yes and no, the limits of its range and beside them; what is beyond the hard ones is refused before. */
export function listValues({ shape, unit, codes, range = {} }: ElementDefinition): readonly ElementValue[] {
  if (unit !== undefined) return toNumbers(unit.perUnit, range);
  return codes === undefined ? listUncoded(shape) : codes.map((code) => ({ kind: 'coded', code }));
}

function listUncoded(shape: Shape): readonly ElementValue[] {
  if (shape === 'date') return days.map((date) => ({ kind: 'date', date }));
  const yesAndNo: readonly ElementValue[] = [true, false].map((boolean) => ({ kind: 'boolean', boolean }));
  const words: readonly ElementValue[] = [{ kind: 'text', text: 'tampak lemas, nyeri' }];
  if (shape === 'text') return words;
  return shape === 'boolean' ? yesAndNo : [...yesAndNo, ...words];
}

function toNumbers(perUnit: number, { hard, soft }: PlausibleRange): readonly ElementValue[] {
  const [least, most] = hard ?? [0, Infinity];
  const limits = [...(hard ?? []), ...(soft ?? [])].flatMap((limit) => [limit * perUnit, limit * perUnit + 1]);
  const ints = [perUnit, ...limits].map(Math.round).filter((int) => int > 0 && int >= least * perUnit && int <= most * perUnit);
  return [...new Set(ints)].map((int) => ({ kind: 'quantity', int, written: String(int) }));
}

const text = (words: readonly string[]): fc.Arbitrary<ElementValue> =>
  fc.constantFrom(...words).map((each) => ({ kind: 'text', text: each }));
const code = (codes: readonly string[]): fc.Arbitrary<ElementValue> =>
  fc.constantFrom(...codes).map((each) => ({ kind: 'coded', code: each }));
const yesOrNo: fc.Arbitrary<ElementValue> = fc.boolean().map((boolean) => ({ kind: 'boolean', boolean }));
const day: fc.Arbitrary<ElementValue> = fc.constantFrom(...days).map((date) => ({ kind: 'date', date }));
const count = (most: number): fc.Arbitrary<ElementValue> =>
  fc.integer({ min: 0, max: most }).map((int) => ({ kind: 'quantity', int, written: String(int) }));

const fields = fc.record(
  {
    date: day,
    primarySource: yesOrNo,
    diberikan: yesOrNo,
    lotNumber: text(['2024A17', 'L-1']),
    expirationDate: day,
    site: code(['lengan-kiri', 'paha-kanan']),
    route: code(['intramuskular', 'oral']),
    dosis: count(4),
    jumlah: count(90),
    prioritas: code(['segera', 'biasa']),
    alasan: fc.oneof(text(['demam tinggi']), code(['demam'])),
    interpretasi: code(['HH', 'LL', 'lain']),
  },
  { requiredKeys: [] },
);

/** Some of the elements of a programme, each once or twice, with and without fields, now and then read out of a text. */
export function someElements(definitions: readonly ElementDefinition[]): fc.Arbitrary<readonly Element[]> {
  const elements = definitions.map((definition) =>
    fc
      .tuple(
        fc.constantFrom(1, 2),
        fc.constantFrom(...listValues(definition)),
        fc.option(fields, { nil: undefined }),
        fc.integer({ min: 0, max: 9 }),
      )
      .map(([ordinal, value, given, chance]): Element => ({
        ...{ key: definition.key, ordinal, value, cell: definition.key },
        ...(given && { fields: given }),
        ...(chance === 0 && { unconfirmed: true as const }),
      })),
  );
  return fc.uniqueArray(fc.oneof(...elements), { maxLength: 25, selector: ({ key, ordinal }) => `${key}|${String(ordinal)}` });
}
