import { describe, expect, test } from '@jest/globals';
import { toCounts } from '../../../src/map/convert/to-lines.ts';
import type { RequestFacts } from '../../../src/map/rows/row-context.ts';
import type { Source } from '../../../src/map/source.ts';
import { aReader } from '../reader.ts';
import { aForm, bima, compileForm, identity, sekar } from './a-form.ts';

const reader = await aReader();
const place: RequestFacts = { place: 'Posyandu Kenanga' };
const months = 'JAN, FEB, MAR, APR, MEI, JUN, JUL, AGT, SEP, OKT, NOV, DES';
const context = `
place: [{ request: true }]
date: [{ request: true }]
year: [{ title: 'TAHUN {year}' }, { request: true }]
month: [{ column: visit.month }]`.replace('[{ column: visit.month }]', '[{ request: true }]');
const repeat = (of: string, columns: string): string => `repeat: { as: visit.month, of: [${of}], columns: { ${columns} } }`;
const both = "BB: { is: berat-badan, missing: ['-'] }, TB: { is: tinggi-badan }";
const form = aForm(reader.programme, { columns: '', context, verbs: repeat(months, both) });

function visitsOf(source: Source, lines: readonly (readonly string[])[], request: RequestFacts = place) {
  const { conversion } = reader.read(source, lines, request);
  const visits = conversion.visits.map(({ visit, rows }) => [rows, visit.date, visit.elements.map(({ key }) => key)]);
  return { conversion, visits };
}

describe('months side by side', () => {
  test.each([
    ['with the month before', ['Jan BB', 'JAN TB', 'Februari BB', 'Feb TB']],
    ['with the month behind', ['BB Jan', 'TB Januari', 'BB Feb', 'TB FEB']],
    ['with a year in the heading', ['BB (Jan)', 'TB Jan', 'BB Feb', 'TB Feb']],
  ])('%s are a visit for each month that is filled in', (_, headings) => {
    const lines = [['REGISTER TAHUN 2025'], [...identity, ...headings], [...bima, '8,1', '70', '8,6', '']];
    expect(visitsOf(form, lines).visits).toEqual([
      [[3], '2025-01-12', ['berat-badan', 'tinggi-badan']],
      [['3/FEB'], '2025-02-12', ['berat-badan']],
    ]);
  });

  test('are read from a merged row of months above BB and TB', () => {
    const lines = [
      ['REGISTER TAHUN 2025'],
      [...identity, 'JANUARI', '', 'FEBRUARI', ''],
      ['', '', '', '', 'BB', 'TB', 'BB', 'TB'],
      [...bima, '', '', '8,6', '72'],
    ];
    expect(visitsOf(form, lines).visits).toEqual([[[4], '2025-02-12', ['berat-badan', 'tinggi-badan']]]);
  });

  test('bear the verdict of the whole line on its first row, the others are its parts', () => {
    const lines = [['TAHUN 2025'], [...identity, 'Jan BB', 'Feb BB', 'Mar BB'], [...bima, '8,1', 'delapan', '-']];
    const { conversion } = visitsOf(form, lines);
    const [main, part] = conversion.rows.slice(2);
    expect([main?.row.row, main?.row.status, part?.row.row, part?.row.partOf]).toEqual([3, 'warning', '3/FEB', 3]);
    expect(main?.row.issues.filter(({ code }) => code === 'D12').map(({ cell }) => cell)).toEqual(['Feb BB']);
    expect(toCounts(conversion)).toEqual({ rows: 3, headings: 2, parts: 1, accepted: 0, warning: 1, quarantined: 0, skipped: 0 });
  });

  test('have no day: the posyandu day is taken, and said', () => {
    const { conversion } = visitsOf(form, [['TAHUN 2025'], [...identity, 'Mar BB', 'Mar TB'], [...bima, '8,1', '']]);
    expect(conversion.visits[0]?.visit).toMatchObject({ date: '2025-03-12', dateEstimated: true });
    expect(conversion.rows[2]?.row.issues.map(({ code }) => code)).toContain('tanggal-perkiraan');
  });

  test('without any that is filled in register the person, and invent no visit', () => {
    const { conversion } = visitsOf(form, [['TAHUN 2025'], [...identity, 'Jan BB', 'Feb BB'], [...sekar, '', '-']]);
    expect(conversion.visits).toEqual([]);
    expect(conversion.persons).toMatchObject([{ name: 'Sekar Ayu' }]);
    expect(conversion.rows[2]?.row).toMatchObject({ status: 'accepted', issues: [{ code: 'tanpa-hasil' }] });
  });

  test('without any that is filled in tell nothing of a day, whatever stands beside them', () => {
    const mothers = aForm(reader.programme, {
      columns: 'HPHT: { is: hpht }\n',
      context,
      about: 'semua',
      stages: 'ibu',
      verbs: repeat(months, 'BB: { is: berat-badan }'),
    });
    const { conversion } = visitsOf(mothers, [
      ['TAHUN 2024'],
      [...identity, 'HPHT', 'Jan BB'],
      ['6472995005959801', 'Sinta Rahayu', '10/05/1995', 'P', '01/10/2023', ''],
    ]);
    expect(conversion.visits).toEqual([]);
    expect(conversion.rows[2]?.row).toMatchObject({ status: 'accepted', issues: [{ code: 'tanpa-hasil' }] });
  });

  test('without a year are held back, not dated by guessing', () => {
    const { conversion } = visitsOf(form, [
      [...identity, 'Jan BB', 'Feb BB'],
      [...bima, '8,1', ''],
    ]);
    expect(conversion.rows[1]?.row).toMatchObject({ status: 'quarantined', reason: 'tanpa-tanggal' });
  });

  test('of a year of service go on into the next calendar year', () => {
    const fiscal = aForm(reader.programme, {
      columns: '',
      context,
      verbs: repeat('JUL, AGT, SEP, OKT, NOV, DES, JAN, FEB, MAR, APR, MEI, JUN', both),
    });
    const lines = [['TAHUN 2024/2025'], [...identity, 'Des BB', 'Jan BB', 'Feb BB'], [...sekar, '9,1', '9,3', '9,4']];
    expect(visitsOf(fiscal, lines).visits.map(([, date]) => date)).toEqual(['2024-12-12', '2025-01-12', '2025-02-12']);
  });

  test('with only one column need no more than the name of the month', () => {
    const single = aForm(reader.programme, { columns: '', context, verbs: repeat(months, 'BB: { is: berat-badan }') });
    expect(visitsOf(single, [['TAHUN 2025'], [...identity, 'Januari', 'PEB'], [...bima, '8,1', '8,6']]).visits).toHaveLength(2);
  });

  test('that come again with a further month say only that one anew', () => {
    const head = [['TAHUN 2025'], [...identity, 'Jan BB', 'Feb BB']];
    const lines = [...head, [...bima, '8,1', ''], [...bima, '8,1', '8,6'], [...bima, '8,1', '8,6']];
    const { conversion, visits } = visitsOf(form, lines);
    expect(visits).toEqual([
      [[3, 4, 5], '2025-01-12', ['berat-badan']],
      [['4/FEB', '5/FEB'], '2025-02-12', ['berat-badan']],
    ]);
    const verdicts = conversion.rows.slice(2).map(({ row: { row, status, reason } }) => [row, status, reason]);
    expect(verdicts).toEqual([
      [3, 'warning', undefined],
      [4, 'accepted', undefined],
      ['4/FEB', 'warning', undefined],
      [5, 'skipped', 'duplikat'],
      ['5/FEB', 'skipped', 'duplikat'],
    ]);
  });
});

test.each(['Tgl', 'K1 Tgl'])('contacts side by side have a day of their own, named %s', (named) => {
  const columns = 'Tgl: { is: visit.date }, BB: { is: berat-badan }';
  const contacts = aForm(reader.programme, {
    columns: '',
    context: `place: [{ request: true }]\ndate: [{ column: ${named} }]`,
    verbs: `repeat: { of: [K1, K2], columns: { ${columns} } }`,
  });
  const lines = [
    [...identity, 'K1 Tgl', 'K1 BB', 'K2 Tgl', 'K2 BB'],
    [...bima, '12/08/2025', '9,8', '09/09/2025', '10,1'],
  ];
  expect(visitsOf(contacts, lines).visits.map(([rows, date]) => [rows, date])).toEqual([
    [[2], '2025-08-12'],
    [['2/K2'], '2025-09-09'],
  ]);
});

describe('a repeat that cannot be', () => {
  const faultOf = (verbs: string): string =>
    compileForm(reader.programme, { verbs })
      .issues.map(({ text }) => text)
      .join('\n');

  test.each([
    ['repeat: { as: visit.month, of: [JAN, FEBR], columns: { TB: { is: tinggi-badan } } }', /source\.yaml:\d+: .*"FEBR".*"feb"/],
    ['repeat: { as: visit.month, of: [JAN, JAN], columns: { TB: { is: tinggi-badan } } }', /source\.yaml:\d+: .*"JAN"/],
    ['repeat: { as: visit.mont, of: [JAN], columns: { TB: { is: tinggi-badan } } }', /source\.yaml:\d+: .*"visit\.mont".*"visit\.month"/],
    ['repeat: { as: visit.month, of: [JAN], columns: { TB: { is: tinggi-bada } } }', /source\.yaml:\d+: .*"tinggi-bada".*"tinggi-badan"/],
    ['repeat: { of: [K1], columns: { TB: { is: tinggi-badan } } }', /source\.yaml:\d+: .*visit\.month/],
    ['repeat: { as: visit.month, of: [JAN], columns: {} }', /source\.yaml:\d+: .*kolom/],
  ])('is refused with its line: %s', (verbs, fault) => {
    expect(faultOf(verbs)).toMatch(fault);
  });
});
