import { describe, expect, test } from '@jest/globals';
import { toVisitLine } from '../../src/map/convert/to-lines.ts';
import { toBundle } from '../../src/map/bundle/to-bundle.ts';
import { aVisit } from './bundle/a-visit.ts';
import { aReader } from './reader.ts';
import { aForm, identity } from './verbs/a-form.ts';

const reader = await aReader();
const form = aForm(reader.programme, {
  columns: `
BB Lahir: { is: berat-badan-lahir, unit: g }
PB Lahir: { is: panjang-badan-lahir }
BB: { is: berat-badan }
`,
});

/** A girl born on 10 August 2025, weighed on a day. */
function readOn(date: string, weight = '3,2', atBirth = '3100') {
  const lines = [
    [...identity, 'BB Lahir', 'PB Lahir', 'BB'],
    ['', 'By. Ny. Murni', '10/08/2025', 'P', atBirth, '49', weight],
  ];
  return reader.read(form, lines, { place: 'Posyandu Kenanga', date }).conversion;
}

describe('what was at birth', () => {
  test.each([
    ['2025-08-10', ['berat-badan', 'berat-badan-lahir', 'panjang-badan-lahir']],
    ['2025-09-07', ['berat-badan', 'berat-badan-lahir', 'panjang-badan-lahir']],
    ['2025-09-08', ['berat-badan']],
  ])('is told by the visits of the first 28 days only: %s', (date, keys) => {
    const { visits, persons } = readOn(date);
    expect(visits[0]?.visit.elements.map(({ key }) => key)).toEqual(keys);
    expect(persons[0]?.birth).toEqual({ weightG: 3100, lengthMm: 490 });
  });

  test('stands in its own cell', () => {
    const born = readOn('2025-08-12').visits[0]?.visit.elements.find(({ key }) => key === 'berat-badan-lahir');
    expect(born).toMatchObject({ cell: 'BB Lahir', ordinal: 1, value: { kind: 'quantity', int: 3100 } });
  });

  test('is shown with the person, not among the elements of the visit', () => {
    const [visit] = readOn('2025-08-12').visits;
    expect(visit && Object.keys(toVisitLine(visit, reader.programme.elements, null)['elements'] as object)).toEqual(['berat-badan']);
  });

  test('makes no visit of a row that has nothing else', () => {
    const { visits, persons } = readOn('2025-08-12', '');
    expect([visits, persons[0]?.birth]).toEqual([[], { weightG: 3100, lengthMm: 490 }]);
  });

  test.each([
    ['2499', undefined],
    ['2500', '276712009'],
    ['4000', '276712009'],
    ['4001', '276613009'],
  ])('of %s g is interpreted as %s', (grams, code) => {
    const elements = readOn('2025-08-12', '3,2', grams).visits.flatMap(({ visit }) => visit.elements);
    const { entry = [] } = toBundle(aVisit({ elements, visit: { lifeStage: 'neonatus' } }));
    const found = entry.map(({ resource }) => resource).find((each) => JSON.stringify(each).includes('8339-4'));
    expect(found).toMatchObject({ valueQuantity: { value: Number(grams), code: 'g' } });
    expect(/"interpretation":\[\{"coding":\[\{[^}]*"code":"(\d+)"/.exec(JSON.stringify(found))?.[1]).toBe(code);
  });
});
