import { expect, test } from '@jest/globals';
import type { ElementDefinition } from '../../../src/map/element-definition.ts';
import { checkLongitudinal } from '../../../src/map/visits/check-longitudinal.ts';
import type { MeasuredVisit } from '../../../src/map/visits/check-longitudinal.ts';

const definition: ElementDefinition = {
  key: 'berat-badan',
  title: 'Berat badan',
  shape: 'quantity',
  repeats: false,
  kerahasiaan: 'umum',
  kirim: {},
  citation: 'test',
};
const limitsOf = () => ({ definition, range: { jump: { share: 0.5, withinDays: 92 } } });

/** A weighing in kilograms as a form writes it. */
function weighed(date: string, written: string, unconfirmed?: true): MeasuredVisit {
  const int = Math.round(Number(written.replace(',', '.')) * 1000);
  const value = { kind: 'quantity', int, written } as const;
  return { id: date, date, elements: [{ key: 'berat-badan', ordinal: 1, value, cell: 'BB', ...(unconfirmed && { unconfirmed }) }] };
}

test('19,9 between 11,7 and 12,1 is a slip of the pen, named with both neighbours (D14)', () => {
  const slips = checkLongitudinal([weighed('2025-08-10', '12,1'), weighed('2025-06-10', '11,7'), weighed('2025-07-10', '19,9')], limitsOf);
  expect(slips).toMatchObject([
    {
      visit: '2025-07-10',
      cell: 'BB',
      against: [{ visit: '2025-06-10' }, { visit: '2025-08-10' }],
      issue: { code: 'D14', severity: 'warning' },
    },
  ]);
  expect(slips[0]?.issue.text).toContain('"19,9"');
});

test.each([
  ['a newborn that gains a third in a month', [weighed('2025-06-10', '3,3'), weighed('2025-07-10', '4,5')]],
  ['a child of which nothing else was measured', [weighed('2025-06-10', '19,9')]],
  ['a weight after half a year', [weighed('2025-01-10', '5'), weighed('2025-08-10', '9')]],
  ['a weight read out of a free text', [weighed('2025-06-10', '11,7'), weighed('2025-07-10', '19,9', true), weighed('2025-08-10', '12,1')]],
])('%s is no slip', (_what, visits) => {
  expect(checkLongitudinal(visits, limitsOf)).toEqual([]);
});

test('of two that do not fit each other nobody knows which is wrong: both are named', () => {
  const slips = checkLongitudinal([weighed('2025-06-10', '11,7'), weighed('2025-07-10', '19,9')], limitsOf);
  expect(slips.map(({ visit }) => visit)).toEqual(['2025-06-10', '2025-07-10']);
});

test('a value that not everybody may see is not quoted', () => {
  const closed = () => ({ ...limitsOf(), definition: { ...definition, kerahasiaan: 'terbatas' } as const });
  const slips = checkLongitudinal([weighed('2025-06-10', '11,7'), weighed('2025-07-10', '19,9')], closed);
  expect(JSON.stringify(slips)).not.toMatch(/11,7|19,9/);
});
