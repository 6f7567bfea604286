// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Issue } from '../../src/fhir/issue.ts';
import { toVisitLine } from '../../src/map/convert/to-lines.ts';
import { aReader } from './reader.ts';
import type { ReadLines } from './reader.ts';

const reader = await aReader();
const title = ['DAFTAR BALITA POSYANDU KENANGA - AGUSTUS 2025'];
const header = [
  'No',
  'NIK',
  'Nama Anak',
  'Tgl Lahir',
  'JK',
  'Nama Ibu',
  'Nama Ayah',
  'RT',
  'RW',
  'Tanggal Ukur',
  'BB',
  'TB',
  'Lingkar Kepala',
  'Vit A / Imunisasi',
] as const;
type Name = (typeof header)[number];
type Cells = Readonly<Partial<Record<Name, string>>>;

/** A clean row of an invented boy of 26 months; a test changes only what it speaks of. */
const clean: Readonly<Record<Name, string>> = {
  No: '1',
  NIK: '6472991805239701',
  'Nama Anak': 'Damar Saputra',
  'Tgl Lahir': '18/05/2023',
  JK: 'L',
  'Nama Ibu': 'Wening',
  'Nama Ayah': 'Joko',
  RT: '3',
  RW: '7',
  'Tanggal Ukur': '12/08/2025',
  BB: '11,4',
  TB: '84,2',
  'Lingkar Kepala': '47,5',
  'Vit A / Imunisasi': 'Merah',
};

function aRow(cells: Cells = {}): readonly string[] {
  const row = { ...clean, ...cells };
  return header.map((name) => row[name]);
}

function read(...rows: readonly Cells[]): ReadLines {
  return reader.read('posyandu-kenanga', [title, header, ...rows.map(aRow)]);
}

/** What a single changed row comes to: status, the codes that count, its person and its shown visit. */
function readOne(cells: Cells) {
  const { conversion } = read(cells);
  const row = conversion.rows[2]?.row;
  const [visit] = conversion.visits;
  const lines = conversion.visits.map((each) => toVisitLine(each, reader.programme.elements, null));
  const issues = row?.issues ?? [];
  return {
    status: row?.status,
    reason: row?.reason,
    loud: codesOf(issues.filter(({ severity }) => severity !== 'information')),
    quiet: codesOf(issues.filter(({ severity }) => severity === 'information')),
    person: conversion.persons[0],
    elements: lines[0]?.['elements'] as Readonly<Record<string, unknown>> | undefined,
    sending: visit?.sending,
  };
}

function codesOf(issues: readonly Issue[]): readonly string[] {
  return [...new Set(issues.map(({ code }) => code))].sort();
}

describe('the NIK of a row', () => {
  test.each([
    ['a clean NIK', '6472991805239701', [], 'kirim'],
    ['a quote before it (D02)', "'6472991805239701", [], 'kirim'],
    ['blanks in it (D02)', '6472 9918 0523 9701', [], 'kirim'],
    ['dots in it (D02)', '6472.9918.0523.9701', [], 'kirim'],
    ['an Excel number with a comma (D01)', '6,47299E+15', ['D01'], 'hold:nik-rusak'],
    ['an Excel number with a point (D01)', '6.47299180523E+15', ['D01'], 'hold:nik-rusak'],
    ['17 digits (D03)', '64729918052397010', ['D03'], 'hold:nik-tidak-sah'],
    ['15 digits (D03)', '647299180523970', ['D03'], 'hold:nik-tidak-sah'],
    ['a timestamp (D03)', '20260112042028', ['D03'], 'hold:nik-tidak-sah'],
    ['an overflowed integer (D03)', '2147483647', ['D03'], 'hold:nik-tidak-sah'],
    ['a month 13 (D03)', '6472991813239701', ['D03'], 'hold:nik-tidak-sah'],
    ['a province that does not exist (D03)', '9972991805239701', ['D03'], 'hold:nik-tidak-sah'],
    ['a serial 0000 (D03)', '6472991805230000', ['D03'], 'hold:nik-tidak-sah'],
    ['a mask (D04)', '64729**********', ['D04'], 'hold:nik-tersamar'],
    ['a generated placeholder (D05)', '9999000000000042', ['D05'], 'hold:tanpa-nik'],
    ['zeros (D05)', '0000000000000000', ['D05'], 'hold:tanpa-nik'],
    ['ones (D05)', '1111111111111111', ['D05'], 'hold:tanpa-nik'],
    ['"belum ada" (D05)', 'belum ada', ['D05'], 'hold:tanpa-nik'],
    ['no NIK at all, which is normal', '', [], 'hold:tanpa-nik'],
    ["a grown woman's NIK: the mother's (D06)", '6472995208909702', ['D06'], 'hold:tanpa-nik'],
    ["a grown man's NIK, which is nobody's here (D08)", '6472991208889703', ['D08'], 'hold:nik-tidak-cocok'],
    ['another birth date (D08)', '6472991905239704', ['D08'], 'hold:nik-tidak-cocok'],
    ['the other sex (D08)', '6472995805239705', ['D08'], 'hold:nik-tidak-cocok'],
  ])('holding %s is read as such', (_what, nik, loud, sending) => {
    const found = readOne({ NIK: nik });
    expect([found.loud, found.sending, found.status]).toEqual([loud, sending, loud.length === 0 ? 'accepted' : 'warning']);
  });

  test('is kept as the mother’s when a child carries it', () => {
    expect(readOne({ NIK: '6472995208909702' }).person).toMatchObject({ nikIbu: '6472995208909702', nikFault: 'tanpa-nik' });
    expect(readOne({ NIK: '6472995208909702' }).person?.nik).toBeUndefined();
  });

  test('inside the mother’s cell becomes hers, and her name stays clean', () => {
    const { person, loud } = readOne({ 'Nama Ibu': 'Wening (6472995208909702)' });
    expect([person?.mother, person?.nikIbu, person?.nik, loud]).toEqual(['Wening', '6472995208909702', '6472991805239701', []]);
  });

  test('of a sister of the child is wrong, not the mother’s', () => {
    expect(readOne({ NIK: '6472995208199702' }).loud).toEqual(['D08']);
  });

  test('of two children is nobody’s until somebody has looked (D07)', () => {
    const { conversion } = read({}, { 'Nama Anak': 'Bima Nugroho', 'Nama Ibu': 'Ratih' });
    expect(conversion.persons).toHaveLength(2);
    expect(conversion.visits.map(({ sending }) => sending)).toEqual(['hold:nik-tidak-cocok', 'hold:nik-tidak-cocok']);
    expect(conversion.rows[3]?.row.issues.map(({ code }) => code)).toContain('D07');
  });
});

describe('a birth date', () => {
  test.each([
    ['18-05-2023', '2023-05-18', []],
    ['18.5.2023', '2023-05-18', []],
    ['18/5/23', '2023-05-18', []],
    ['2023-05-18', '2023-05-18', []],
    ['2023-05-18T00:00:00.000Z', '2023-05-18', []],
    ['18 Mei 2023', '2023-05-18', []],
    ['18 - Mei - 2023', '2023-05-18', []],
    ['45064', '2023-05-18', []],
    ['05/18/2023', '2023-05-18', []],
    ['13/18/2023', undefined, ['D09']],
    ['31/02/2024', undefined, ['D10']],
    ['29/02/2023', undefined, ['D10']],
    ['01/01/1970', undefined, ['D10']],
    ['00/01/1900', undefined, ['D10']],
    ['0000-00-00', undefined, ['D10']],
    ['18/05/2204', undefined, ['D10']],
    ['18/05/0023', undefined, ['D10']],
    ['13/08/2025', undefined, ['D10']],
    ['18/05/1923', undefined, ['D10']],
    ['Samarinda, 18-05-2023', '2023-05-18', []],
    ['2 th 3 bl', undefined, ['D11']],
    ['bulan Mei', undefined, ['D09']],
    ['', undefined, ['tanpa-tanggal-lahir']],
  ])('written "%s" is read as %s', (written, birthDate, loud) => {
    const found = readOne({ 'Tgl Lahir': written });
    expect([found.person?.birthDate, found.loud]).toEqual([birthDate, loud]);
    expect(found.sending).toBe(birthDate === undefined ? 'hold:tanggal-lahir' : 'kirim');
  });

  test.each(['', 'Entah'])('that cannot be read ("%s") makes no mother of a child who is old enough to be one', (written) => {
    const found = readOne({ 'Tgl Lahir': written, NIK: '6472995805139701', JK: 'P' });
    expect([found.person?.nik, found.loud]).toEqual(['6472995805139701', [written === '' ? 'tanpa-tanggal-lahir' : 'D09']]);
  });

  test('7/11 is the seventh of November, because the source says day first', () => {
    expect(readOne({ 'Tgl Lahir': '7/11/2024', NIK: '' }).person?.birthDate).toBe('2024-11-07');
  });
});

describe('a visit date', () => {
  test.each([
    ['18/08/2204', 'D10'],
    ['2026-01-02', 'D10'],
    ['kemarin', 'D09'],
  ])('written "%s" holds the row back rather than being guessed', (written, code) => {
    const { status, reason, loud } = readOne({ 'Tanggal Ukur': written });
    expect([status, reason, loud]).toEqual(['quarantined', 'tanpa-tanggal', [code]]);
  });

  test('left empty takes the posyandu day of the month in the title, and is marked', () => {
    const { conversion } = read({ 'Tanggal Ukur': '' });
    expect(conversion.visits[0]?.visit).toMatchObject({ date: '2025-08-12', dateEstimated: true });
    expect(conversion.rows[2]?.row.status).toBe('warning');
  });
});

describe('a measurement', () => {
  test.each([
    ['BB', '11.4', 11.4, ['D12'], []],
    ['BB', '11,4 kg', 11.4, ['D12'], []],
    ['BB', '11,40', 11.4, [], []],
    ['BB', '11400', 11.4, ['D13'], []],
    ['BB', '11400 g', 11.4, ['D12'], []],
    ['BB', '11.400', 11.4, ['D12'], []],
    ['TB', '0,842', 84.2, ['D13'], []],
    ['TB', '84,2cm', 84.2, ['D12'], []],
    ['BB', '-', undefined, ['D15'], []],
    ['BB', '0', undefined, ['D15'], []],
    ['BB', '0,0', undefined, ['D15'], []],
    ['BB', 'tdk diukur', undefined, ['D15'], []],
    ['TB', 'TTD', undefined, ['D15'], []],
    ['BB', '120', undefined, [], ['D14']],
    ['BB', '114', undefined, [], ['D14']],
    ['BB', '1,14', undefined, [], ['D14']],
    ['TB', '842', undefined, [], ['D14']],
    ['TB', '150', undefined, [], ['D14']],
    ['BB', '-11', undefined, [], ['D14']],
    ['BB', 'sebelas', undefined, [], ['D12']],
    ['BB', '11,4,2', undefined, [], ['D12']],
    ['Lingkar Kepala', '475', undefined, [], ['D14']],
  ] as const)('%s "%s" comes to %s', (name, written, value, quiet, loud) => {
    const found = readOne({ [name]: written });
    const key = { BB: 'berat-badan', TB: 'tinggi-badan', 'Lingkar Kepala': 'lingkar-kepala' }[name];
    expect(found.elements?.[key]).toEqual(value === undefined ? undefined : { value, unit: name === 'BB' ? 'kg' : 'cm' });
    expect([found.quiet, found.loud]).toEqual([quiet, loud]);
  });

  test('swapped weight and height are both refused, never swapped back (D14)', () => {
    const { elements, loud, status } = readOne({ BB: '84,2', TB: '11,4' });
    expect([elements?.['berat-badan'], elements?.['tinggi-badan'], loud, status]).toEqual([undefined, undefined, ['D14'], 'warning']);
  });

  test('in metres beside an impossible weight is another unit, not the other column', () => {
    const { elements, loud } = readOne({ BB: '120', TB: '0,842' });
    expect([elements?.['tinggi-badan'], elements?.['berat-badan'], loud]).toEqual([{ value: 84.2, unit: 'cm' }, undefined, ['D14']]);
  });

  test('is refused by what no child can weigh even where sex and age are unknown', () => {
    expect(readOne({ BB: '120', 'Tgl Lahir': '' }).elements).not.toHaveProperty('berat-badan');
  });

  test('quotes its value, the NIK is never quoted', () => {
    const { conversion } = read({ BB: '120', NIK: '64729918052397010' });
    const said = conversion.rows[2]?.row.issues.map(({ text, diagnostics }) => text + diagnostics).join() ?? '';
    expect(said).toContain('"120"');
    expect(said).not.toMatch(/6472|Damar|Wening/);
  });
});

test('a total row is skipped and said to be one (D23)', () => {
  const { conversion } = reader.read('posyandu-kenanga', [title, header, aRow(), ['JUMLAH', '', '1'], header]);
  const said = conversion.rows
    .slice(3)
    .map(({ row }) => [row.status, row.reason, row.issues.map(({ code, severity }) => `${code} ${severity}`)]);
  expect(said).toEqual([
    ['skipped', 'jumlah', ['D23 information']],
    ['skipped', 'kepala', ['D23 information']],
  ]);
});

describe('words in a cell', () => {
  test.each([
    ['L', 'L', []],
    ['Laki-laki', 'L', []],
    ['lk', 'L', []],
    ['PRIA', 'L', []],
    ['M', 'L', []],
    ['perempuan', 'P', []],
    ['Pr', 'P', []],
    ['wanita', 'P', []],
    ['1', undefined, ['D17']],
    ['?', undefined, ['D17']],
  ])('sex "%s" is %s', (written, sex, loud) => {
    const found = readOne({ JK: written, NIK: '' });
    expect([found.person?.sex, found.loud]).toEqual([sex, loud]);
  });

  test.each([
    ['HB O Inject', 'HB0'],
    ['Hepatitis B 0', 'HB0'],
    ['Polio 1', 'OPV1'],
    ['Polio Tetes 3 (OPV 3)', 'OPV3'],
    ['Polio Suntik 1', 'IPV1'],
    ['Pentabio 2', 'DPT-HB-Hib2'],
    ['DPT/HIB 1', 'DPT-HB-Hib1'],
    ['Campak Lanjutan', 'MR2'],
    ['Rotarix 1', 'RV1'],
    ['pcv 3', 'PCV3'],
  ])('vaccine "%s" is %s, undated and not first-hand (D19)', (written, code) => {
    const found = readOne({ 'Vit A / Imunisasi': written });
    expect(found.elements?.['riwayat-imunisasi']).toEqual([{ code, date: null, primarySource: false }]);
    expect(found.loud).toEqual(['undated-history']);
  });

  test('a list of doses and a capsule stand in one cell', () => {
    const { elements } = readOne({ 'Vit A / Imunisasi': 'Merah; MR1, BCG' });
    expect(elements).toMatchObject({ 'vitamin-a': { code: 'merah' }, 'riwayat-imunisasi': [{ code: 'MR1' }, { code: 'BCG' }] });
  });

  test('an unknown vaccine is not guessed, the known ones stay', () => {
    const { elements, loud } = readOne({ 'Vit A / Imunisasi': 'Merah, XYZ 9' });
    expect([elements?.['vitamin-a'], loud]).toEqual([{ code: 'merah' }, ['D19']]);
  });

  test.each([
    ['Merah', '12/12/2024', ['dosis-vitamin-a'], []],
    ['Biru', '12/12/2024', [], []],
    ['Biru', '12/06/2025', ['dosis-vitamin-a'], []],
    ['Biru', '18/05/2023', [], ['dosis-vitamin-a']],
    ['Merah', '18/05/2023', [], []],
  ])('capsule %s of a child born %s is held against its age', (colour, born, loud, quiet) => {
    const found = readOne({ 'Vit A / Imunisasi': colour, 'Tgl Lahir': born, NIK: '', BB: '', TB: '', 'Lingkar Kepala': '' });
    expect([found.loud, found.quiet.filter((code) => code === 'dosis-vitamin-a')]).toEqual([loud, quiet]);
    expect(found.elements?.['vitamin-a']).toEqual({ code: colour.toLowerCase() });
  });
});

describe('a name', () => {
  test.each([
    ['By. Ny. Wening', false],
    ['Bayi Ny Wening', false],
    ['Anak ibu Dewi', false],
    ['An. Damar', false],
    ['Anisa', true],
    ['An Nisa', true],
    ['Bayu', true],
  ])('"%s" is official: %s', (name, official) => {
    const found = readOne({ 'Nama Anak': name });
    expect([found.person?.name, found.person?.nameIsOfficial, found.quiet.includes('D21')]).toEqual([name, official, !official]);
  });

  test.each(['tes', 'Coba', 'TEST 1', 'dummy', 'tes balita'])('"%s" betrays a test row (D30)', (name) => {
    const { status, reason, loud } = readOne({ 'Nama Anak': name });
    expect([status, reason, loud]).toEqual(['quarantined', 'data-uji', ['D30']]);
  });

  test('that is missing holds the row back', () => {
    expect(readOne({ 'Nama Anak': ' ' })).toMatchObject({ status: 'quarantined', reason: 'tanpa-nama', loud: ['tanpa-nama'] });
  });

  test('of both parents in one cell is kept whole (D21)', () => {
    const { person, quiet } = readOne({ 'Nama Ibu': 'WENING / JOKO', 'Nama Ayah': '' });
    expect([person?.parents, person?.mother, quiet]).toEqual(['WENING / JOKO', undefined, ['D21']]);
  });
});

describe('a row that comes again', () => {
  test('word for word is skipped, and the visit stays one', () => {
    const { conversion } = read({}, { No: '2' });
    expect(conversion.rows[3]?.row).toMatchObject({ status: 'skipped', reason: 'duplikat' });
    expect(conversion.visits).toHaveLength(1);
  });

  test('with another weight is a correction, and said (D26)', () => {
    const { conversion } = read({}, { BB: '11,6' });
    expect(conversion.rows[3]?.row).toMatchObject({ status: 'warning', issues: [{ code: 'D26', severity: 'warning' }] });
    expect(conversion.visits.map(({ visit }) => visit.elements.find(({ key }) => key === 'berat-badan')?.value)).toEqual([
      { kind: 'quantity', int: 11_600, written: '11,6' },
    ]);
  });

  test('without birth date is the same child still', () => {
    const { conversion } = read({ 'Tgl Lahir': 'x', NIK: '' }, { 'Tgl Lahir': 'x', NIK: '' });
    expect(conversion.persons).toHaveLength(1);
  });

  test('for a baby without a name and with other measures is a twin', () => {
    const baby = {
      NIK: '',
      'Nama Anak': 'By. Ny. Wening',
      'Tgl Lahir': '20/06/2025',
      TB: '55',
      'Lingkar Kepala': '37',
      'Vit A / Imunisasi': '',
    };
    const { conversion } = read({ ...baby, BB: '4,6' }, { ...baby, BB: '4,1' });
    expect(conversion.persons).toHaveLength(2);
    expect(conversion.rows[3]?.row.issues.map(({ code }) => code)).toContain('kemungkinan-kembar');
  });
});

describe('any cells whatever', () => {
  test('are read without a fault of ours, every line once, and every refusal has its words', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom(...Object.values(clean), '-', '0', '120', '1.250', '6,4E+15', '45231', '1970-01-01', 'Merah; MR1', '\u0000', '’'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 18 }), { maxLength: 6 }), (rows) => {
        const { conversion } = reader.read('posyandu-kenanga', [title, header, ...rows]);
        expect(conversion.rows.map(({ row }) => row.row)).toEqual([1, 2, ...rows.map((_, at) => at + 3)]);
        for (const { row } of conversion.rows)
          for (const issue of row.issues) expect(issue.text.length * issue.diagnostics.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
