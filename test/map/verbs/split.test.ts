import { describe, expect, test } from '@jest/globals';
import { aReader } from '../reader.ts';
import { aForm, bima, identity } from './a-form.ts';

const reader = await aReader();
const form = aForm(reader.programme, {
  columns: `
Hari Ini: { split: [','], each: [{ is: imunisasi, codes: vaksin }], dated: visit.date }
Riwayat: { split: [','], each: [{ is: imunisasi, codes: vaksin }] }
HPL Ibu: { is: reported.kontrol, convert: date }
`,
});
const read = (today: string, before: string, due = '') =>
  reader.read(
    form,
    [
      [...identity, 'Hari Ini', 'Riwayat', 'HPL Ibu'],
      [...bima, today, before, due],
    ],
    {
      place: 'Posyandu Kenanga',
      date: '2025-08-12',
    },
  ).conversion;

describe('many doses in one cell', () => {
  test('that says they were given that day have its date, each of them', () => {
    const { visits, rows } = read('BCG, Polio 1, Pentabio 1', '');
    expect(visits[0]?.visit.elements.map(({ value, fields }) => [value.kind === 'coded' && value.code, fields?.['date']])).toEqual(
      ['BCG', 'OPV1', 'DPT-HB-Hib1'].map((code) => [code, { kind: 'date', date: '2025-08-12' }]),
    );
    expect(rows[1]?.row.issues.map(({ code }) => code)).not.toContain('undated-history');
  });

  test('of a history stay undated', () => {
    const { visits, rows } = read('', 'BCG, Polio 1');
    expect(visits[0]?.visit.elements.map(({ fields }) => fields?.['date'])).toEqual([undefined, undefined]);
    expect(rows[1]?.row.issues.map(({ code }) => code)).toContain('undated-history');
  });
});

test('an age where a date belongs that is nobody’s birth is no date, not an age (D09, not D11)', () => {
  expect(read('BCG', '', '38 minggu').rows[1]?.row.issues).toMatchObject([{ code: 'D09', severity: 'warning', cell: 'HPL Ibu' }]);
});
