import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../src/insight/warnings/finding.ts';
import { computeVisit } from '../../../src/insight/status/compute-visit.ts';
import { toFindings } from '../../../src/insight/warnings/to-findings.ts';
import type { WarningTables } from '../../../src/insight/warnings/warning-tables.ts';
import type { Contact, Story } from '../a-history.ts';
import { aHistory, readTables } from '../a-history.ts';

let tables: WarningTables;
beforeAll(async () => {
  tables = await readTables();
});

function find(story: Story): readonly Finding[] {
  return toFindings(aHistory(tables, story), tables, '2026-12-31');
}

function listCodes(story: Story): readonly string[] {
  return find(story).map(({ date, code }) => `${date} ${code}`);
}

function aChild(birthDate: string, sex: 'L' | 'P', birthG?: number): NonNullable<Story['person']> {
  return { birthDate, sex, ...(birthG === undefined ? {} : { birth: { weightG: birthG } }) };
}

function measured(date: string, kg: number, cm: number, more: Contact['elements'] = {}): Contact {
  return { date, elements: { 'berat-badan': kg, 'tinggi-badan': cm, ...more } };
}

describe('children of a weighing list, seen for the first time', () => {
  test.each([
    ['a boy of two', '2023-05-18', 'L', measured('2025-08-12', 11.4, 84.2, { 'lingkar-kepala': 47.5, 'vitamin-a': 'merah' }), []],
    ['a short girl', '2024-02-03', 'P', measured('2025-08-12', 8.1, 74, { 'vitamin-a': 'merah' }), ['GROW-STUNT']],
    ['a blue capsule at nine months', '2024-11-07', 'L', measured('2025-08-12', 7.9, 70, { 'vitamin-a': 'biru' }), []],
    ['an infant without NIK', '2025-06-20', 'P', measured('2025-08-12', 4.6, 55.1, { 'lingkar-kepala': 37 }), []],
    ['a length just above -2', '2023-11-01', 'P', measured('2025-08-12', 9.8, 77.9), []],
    ['a red capsule at eleven months', '2024-09-01', 'L', measured('2025-08-12', 9, 74, { 'vitamin-a': 'merah' }), ['VIT-A-DOSIS']],
  ] as const)('%s: %s', (_title, birthDate, sex, contact, codes) => {
    expect(find({ person: aChild(birthDate, sex), contacts: [contact] }).map(({ code }) => code)).toEqual(codes);
  });
});

describe('children of a ministry export', () => {
  test('a boy who loses 100 g in July: T in July, no 2T, short in both months', () => {
    const june = measured('2025-06-11', 9.7, 79, { 'cara-ukur': 'telentang', 'lingkar-lengan-atas': 14, kpsp: 'sesuai' });
    const july = measured('2025-07-12', 9.6, 79.5, { 'cara-ukur': 'berdiri', 'lingkar-lengan-atas': 14, kpsp: 'sesuai' });
    const story: Story = { person: aChild('2023-06-10', 'L', 3100), contacts: [july, june] };

    expect(listCodes(story)).toEqual(['2025-06-11 GROW-STUNT', '2025-07-12 GROW-T', '2025-07-12 GROW-STUNT']);
    expect(find(story).find(({ code }) => code === 'GROW-T')?.evidence).toMatchObject([
      { key: 'status-bb', value: 'T' },
      { visit: 'kunjungan-1', key: 'berat-badan', value: '9.6 kg' },
      { visit: 'kunjungan-2', key: 'berat-badan', value: '9.7 kg' },
    ]);
  });

  test('a light girl of seven months: short, low birth weight, to be read with care', () => {
    const contact = measured('2025-07-12', 6.1, 63, { 'cara-ukur': 'telentang' });

    expect(find({ person: aChild('2024-11-20', 'P', 2400), contacts: [contact] }).map(({ code, level }) => [code, level])).toEqual([
      ['GROW-STUNT', 'jingga'],
      ['BBLR', 'kuning'],
      ['TAFSIR-HATI-HATI', 'info'],
    ]);
  });

  test('a boy with obesity whose development is in doubt: the development only', () => {
    const contact = measured('2025-07-12', 21.9, 103, { 'cara-ukur': 'berdiri', kpsp: 'meragukan' });

    expect(find({ person: aChild('2020-09-01', 'L', 3400), contacts: [contact] })).toMatchObject([{ code: 'GROW-DEV', level: 'kuning' }]);
  });

  test('a newborn of 1900 g, twelve days old: below the red line, very short', () => {
    const contact = measured('2025-07-12', 2.1, 45, { 'cara-ukur': 'telentang' });

    expect(find({ person: aChild('2025-06-30', 'P', 1900), contacts: [contact] }).map(({ code, level }) => [code, level])).toEqual([
      ['GROW-BGM', 'merah'],
      ['GROW-STUNT', 'merah'],
      ['BBLR', 'kuning'],
      ['TAFSIR-HATI-HATI', 'info'],
    ]);
  });

  test.each([
    [1499, ['BBLR'], 'jingga'],
    [2499, ['BBLR'], 'kuning'],
    [2500, [], undefined],
  ])('a birth weight of %s g: %j', (weightG, codes, level) => {
    const found = find({ person: aChild('2025-01-01', 'P', weightG), contacts: [{ date: '2025-03-01' }] });

    expect(found.map(({ code }) => code)).toEqual(codes);
    expect(found[0]?.level).toBe(level);
  });
});

describe('doses given too early', () => {
  const person = aChild('2025-01-20', 'L');
  const dose = (date: string, ...codes: readonly string[]): Contact => ({ date, elements: { imunisasi: codes } });
  const series = [
    dose('2025-01-20', 'HB0'),
    dose('2025-02-24', 'BCG', 'OPV1'),
    dose('2025-03-24', 'DPT-HB-Hib1', 'OPV2', 'PCV1', 'RV1'),
    dose('2025-04-22', 'DPT-HB-Hib2', 'OPV3'),
    dose('2025-05-05', 'DPT-HB-Hib3'),
    dose('2025-10-27', 'MR1'),
  ];

  test('thirteen days after the second the third is not valid, and stays so until it is given again', () => {
    expect(listCodes({ person, contacts: series })).toEqual(['2025-05-05 IMM-LATE', '2025-10-27 IMM-LATE']);
    const again = aHistory(tables, { person, contacts: [...series, dose('2025-11-10', 'DPT-HB-Hib3')] });
    expect(again.visits.map((visit) => computeVisit(visit, again, tables)['imunisasi-jarak']).slice(-2)).toEqual(['terlalu-dini', 'cukup']);
  });

  test('valid, invalid and late doses are listed as of the last visit', () => {
    const history = aHistory(tables, { person, contacts: series });
    const [last] = history.visits.slice(-1).map((visit) => computeVisit(visit, history, tables));

    expect(last).toMatchObject({
      'imunisasi-sah': ['HB0', 'BCG', 'OPV1', 'OPV2', 'OPV3', 'DPT-HB-Hib1', 'DPT-HB-Hib2', 'PCV1', 'RV1', 'MR1'],
      'imunisasi-tidak-sah': ['DPT-HB-Hib3'],
      'imunisasi-terlambat': ['DPT-HB-Hib3', 'OPV4', 'IPV1', 'PCV2'],
      idl: false,
    });
  });

  test('a dose is late on the thirty-first day after it was due, and one known without a date is neither late nor missing', () => {
    const bcg = (date: string, told: Contact['elements'] = {}): Contact => ({ date, elements: { imunisasi: ['MR1'], ...told } });
    const lateOn = (contact: Contact): unknown => {
      const history = aHistory(tables, { person, contacts: [contact] });
      return history.visits.map((visit) => computeVisit(visit, history, tables)['imunisasi-terlambat'])[0];
    };

    expect(lateOn(bcg('2025-03-22'))).toEqual([]);
    expect(lateOn(bcg('2025-03-23'))).toEqual(['BCG', 'OPV1']);
    expect(lateOn(bcg('2025-03-23', { 'riwayat-imunisasi': ['BCG'] }))).toEqual(['OPV1']);
  });

  test('basic immunisation is complete with eleven valid doses', () => {
    const eleven = ['HB0', 'BCG', 'OPV1', 'OPV2', 'OPV3', 'OPV4', 'DPT-HB-Hib1', 'DPT-HB-Hib2', 'DPT-HB-Hib3', 'IPV1', 'MR1'];
    const monthly = eleven.map((code, at) => dose(`2025-${String(at + 1).padStart(2, '0')}-21`, code));
    const history = aHistory(tables, { person, contacts: monthly });

    expect(history.visits.map((visit) => computeVisit(visit, history, tables)['idl'])).toEqual([
      ...Array.from({ length: 10 }, () => false),
      true,
    ]);
  });

  test('the days since the dose before are given', () => {
    const history = aHistory(tables, { person, contacts: series });

    expect(history.visits.map((visit) => computeVisit(visit, history, tables)['selang-hari'])).toEqual([
      undefined,
      undefined,
      28,
      29,
      13,
      undefined,
    ]);
  });

  test('four weeks are in time, and a dose without a date enters no interval', () => {
    const exact = [dose('2025-03-24', 'DPT-HB-Hib1'), dose('2025-04-21', 'DPT-HB-Hib2')];
    const early = [dose('2025-03-24', 'DPT-HB-Hib1'), dose('2025-04-20', 'DPT-HB-Hib2')];
    const undated: Contact = { date: '2025-04-01', elements: { 'riwayat-imunisasi': ['DPT-HB-Hib1'] } };

    expect(listCodes({ person, contacts: exact })).toEqual([]);
    expect(listCodes({ person, contacts: early })).toEqual(['2025-04-20 IMM-LATE']);
    expect(listCodes({ person, contacts: [undated, dose('2025-04-02', 'DPT-HB-Hib2')] })).toEqual([]);
  });
});

describe('danger signs of an infant', () => {
  test('yellow is red, and a child of one year is not asked as an infant', () => {
    const contact: Contact = { date: '2025-03-01', elements: { 'bahaya-bayi-kuning': true } };

    expect(find({ person: aChild('2025-02-25', 'P'), contacts: [contact] })).toMatchObject([{ code: 'BAHAYA-BAYI', level: 'merah' }]);
    expect(find({ person: aChild('2024-02-25', 'P'), contacts: [contact] })).toEqual([]);
  });
});
