// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import { toVisitLine } from '../../src/map/convert/to-lines.ts';
import { aReader } from './reader.ts';

const reader = await aReader();
const kenanga = 'posyandu-kenanga';
const title = ['DAFTAR BALITA POSYANDU KENANGA - AGUSTUS 2025'];
const header = ['No', 'NIK', 'Nama Anak', 'Tgl Lahir', 'JK', 'Nama Ibu', 'Nama Ayah', 'Tanggal Ukur', 'BB', 'TB', 'Vit A / Imunisasi'];
const row = ['1', '6472991805239701', 'Damar Saputra', '18/05/2023', 'L', 'Wening', 'Joko', '12/08/2025', '11,4', '84,2', 'Merah'];
const sister = ['2', '6472994203249702', 'Kirana Dewi', '02/03/2024', 'P', 'Ratih', 'Bowo', '12/08/2025', '9,6', '78', 'Merah'];

const read = (...lines: readonly (readonly string[])[]) => reader.read(kenanga, lines);
const reasonsOf = (lines: readonly (readonly string[])[]) =>
  read(title, header, row, ...lines)
    .conversion.rows.slice(3)
    .map(({ row: { reason } }) => reason);

/** The same row with some cells changed, read below the usual title and header. */
function readOne(cells: Readonly<Record<string, string>>) {
  const { conversion } = read(
    title,
    header,
    row.map((cell, at) => cells[header[at] ?? ''] ?? cell),
  );
  const issues = conversion.rows[2]?.row.issues ?? [];
  const [visit] = conversion.visits;
  return {
    loud: issues.filter(({ severity }) => severity !== 'information').map(({ code }) => code),
    person: conversion.persons[0],
    sending: visit?.sending,
    elements:
      visit === undefined
        ? undefined
        : (toVisitLine(visit, reader.programme.elements, null)['elements'] as Readonly<Record<string, unknown>>),
  };
}

describe('below the table', () => {
  test.each([
    ['a signature under the columns of persons', ['', '', 'Mengetahui,', '', '', '', '', 'Samarinda, 12 Agustus 2025']],
    ['an office under the NIK', ['', 'Ketua Posyandu', '', '', '', '', '', '', 'Kader']],
    ['a name in brackets', ['', '', '(Sri Wahyuni)']],
    ['a NIP', ['', '', 'NIP. 19780512 200501 2 003']],
    ['a note', ['', '', 'Catatan: timbangan baru']],
  ])('%s is no child', (_what, line) => {
    expect(read(title, header, row, line).conversion.persons).toHaveLength(1);
    expect(reasonsOf([line])).not.toContain(undefined);
  });

  test.each([
    ['a line of dots', ['', '', '..............'], 'kosong'],
    ['a total behind its number', ['4', '', 'JUMLAH', '', '', '', '', '', '34,2'], 'jumlah'],
    ['a total over a column that is not its own', ['', '', 'Jumlah Balita', '3'], 'jumlah'],
    ['a mean', ['', '', 'Rata-rata', '', '', '', '', '', '11,4'], 'jumlah'],
  ])('%s is passed over', (_what, line, reason) => {
    expect(reasonsOf([line])).toEqual([reason]);
  });

  test('a child with nothing but a name and its running number is still a child', () => {
    expect(read(title, header, row, ['2', '', 'Kirana Dewi']).conversion.persons).toHaveLength(2);
  });
});

describe('a printed header', () => {
  test.each([
    ['column numbers', header.map((_, at) => String(at + 1))],
    ['column numbers in brackets', header.map((_, at) => `(${String(at + 1)})`)],
    ['units', ['', '', '', '(HH/BB/TTTT)', '(L/P)', '', '', '', '(kg)', '(cm)', '']],
  ])('may have %s below it', (_what, line) => {
    const { conversion } = read(title, header, line, row);
    expect(conversion.rows.map(({ row: { status, heading } }) => [status, heading])).toEqual([
      ['skipped', true],
      ['skipped', true],
      ['skipped', true],
      ['accepted', false],
    ]);
  });

  test('of two lines is read as one', () => {
    const upper = ['No', 'NIK', 'Nama', '', 'Tanggal', '', 'JK', 'Pengukuran', ''];
    const lower = ['', '', 'Anak', 'Ibu', 'Lahir', 'Ukur', '', 'BB (kg)', 'TB (cm)'];
    const child = ['1', '6472991805239701', 'Damar Saputra', 'Wening', '18/05/2023', '12/08/2025', 'L', '11,4', '84,2'];
    const { conversion, fileIssues } = read(title, upper, lower, child);
    expect(fileIssues).toEqual([]);
    expect(conversion.persons).toMatchObject([{ mother: 'Wening', birthDate: '2023-05-18' }]);
    expect(conversion.visits[0]?.visit.elements.map(({ key }) => key)).toEqual(['berat-badan', 'tinggi-badan']);
  });

  test('whose second line only adds what the first leaves open is read as one', () => {
    const upper = [...header.slice(0, 5), 'Orang Tua', '', 'Tanggal Ukur', 'Hasil', '', 'Vit A / Imunisasi'];
    const lower = ['', '', '', '', '', 'Ibu', 'Ayah', '', 'BB', 'TB', ''];
    const { conversion, fileIssues } = read(title, upper, lower, row, upper, lower, sister);
    expect([fileIssues, conversion.visits.length]).toEqual([[], 2]);
    expect(conversion.persons).toMatchObject([{ mother: 'Wening' }, { mother: 'Ratih' }]);
  });

  test('repeated below a new title begins the list of another posyandu', () => {
    const { conversion } = read(title, header, row, [''], ['DAFTAR BALITA POSYANDU CEMPAKA - AGUSTUS 2025'], header, sister);
    expect(conversion.visits.map(({ place }) => place)).toEqual(['Posyandu Kenanga', 'Posyandu Cempaka']);
  });

  test('repeated with its columns elsewhere is read by its new order', () => {
    const { conversion } = read(title, header, row, title, [...header].reverse(), [...sister].reverse());
    expect(conversion.persons.map(({ name }) => name)).toEqual(['Damar Saputra', 'Kirana Dewi']);
  });

  test('with vitamin A and immunisation apart loses neither', () => {
    const { conversion, fileIssues } = read(title, [...header.slice(0, 10), 'Vit A', 'Imunisasi'], [...row.slice(0, 10), 'Merah', 'MR1']);
    const keys = conversion.visits[0]?.visit.elements.map(({ key }) => key);
    expect([keys?.slice(2), fileIssues]).toEqual([['vitamin-a', 'riwayat-imunisasi'], []]);
  });
});

describe('a title', () => {
  test.each([
    [['POSYANDU KENANGA, AGUSTUS 2025']],
    [['POSYANDU KENANGA (AGUSTUS 2025)']],
    [['Posyandu Kenanga Agustus 2025']],
    [['POSYANDU KENANGA – AGUSTUS 2025']],
    [['POSYANDU KENANGA TAHUN 2025']],
    [['PENIMBANGAN POSYANDU KENANGA TANGGAL 12 AGUSTUS 2025']],
    [['POSYANDU KENANGA KELURAHAN SEMPAJA TIMUR - AGUSTUS 2025']],
    [['Posyandu', ': KENANGA', '', 'Bulan', ': Agustus 2025']],
  ])('%j names Posyandu Kenanga', (cells) => {
    expect(read(cells, header, row).conversion.visits[0]?.place).toBe('Posyandu Kenanga');
  });

  test.each(['POSYANDU KENANGA KELURAHAN LEMPAKE - AGUSTUS 2025', 'POSYANDU KENANGA RW 09 - AGUSTUS 2025'])(
    '"%s" may be another posyandu of that name, and is not guessed',
    (text) => {
      expect(read([text], header, row).conversion.rows[2]?.row.reason).toBe('tempat-tidak-dikenal');
    },
  );

  test('without a name leaves the place to the request', () => {
    const { conversion } = reader.read(kenanga, [['PENIMBANGAN POSYANDU BULAN AGUSTUS 2025'], header, row], { place: 'Posyandu Kenanga' });
    expect(conversion.visits[0]?.place).toBe('Posyandu Kenanga');
  });

  test('gives the month where label and value have a cell each', () => {
    const dateless = row.map((cell, at) => (at === 7 ? '-' : cell));
    const { conversion } = read(['Posyandu', ': KENANGA'], ['Bulan', ': Juli 2025'], header, dateless);
    expect(conversion.visits[0]?.visit.date).toBe('2025-07-12');
  });
});

describe('an identity', () => {
  test.each(['Belum ada NIK', 'menyusul', '#N/A', '?', 'kosong'])(
    'cell "%s" says that there is no NIK, and is nobody\u2019s number (D05)',
    (nik) => {
      const { loud, sending, person } = readOne({ NIK: nik });
      expect([loud, sending, person?.localId]).toEqual([['D05'], 'hold:tanpa-nik', undefined]);
    },
  );

  test('with the NIK of a grandmother is wrong, and she does not become the mother (D08)', () => {
    const { loud, person } = readOne({ NIK: '6472995208559702' });
    expect([loud, person?.nikIbu]).toEqual([['D08'], undefined]);
  });

  test('keeps the child its own NIK where somebody repeated it behind the mother\u2019s name', () => {
    const { loud, person, sending } = readOne({ JK: 'P', NIK: '6472995805239703', 'Nama Ibu': 'Wening (6472995805239703)' });
    expect([loud, person?.nik, person?.nikIbu, person?.mother, sending]).toEqual([[], '6472995805239703', undefined, 'Wening', 'kirim']);
  });

  test('leaves no NIK inside the father\u2019s name', () => {
    expect(readOne({ 'Nama Ayah': 'Joko (6472991208889704)' }).person?.father).toBe('Joko');
  });

  test('of twins with one NIK and names a letter apart is two children, both held (D07)', () => {
    const zahra = row.map((cell, at) => (at === 2 ? 'Zahra' : cell));
    const zahwa = row.map((cell, at) => (at === 2 ? 'Zahwa' : at === 8 ? '10,9' : at === 9 ? '82' : cell));
    const { conversion } = read(title, header, zahra, zahwa);
    expect(conversion.visits.map(({ sending }) => sending)).toEqual(['hold:nik-tidak-cocok', 'hold:nik-tidak-cocok']);
  });

  test('spelt another way with the same measures is one child', () => {
    const { conversion } = read(title, header, row, [...row.slice(0, 2), 'Damar Saputro', ...row.slice(3)]);
    expect(conversion.persons).toHaveLength(1);
  });

  test('named by a stroke only has no name', () => {
    expect(readOne({ 'Nama Anak': '-' }).loud).toEqual(['tanpa-nama']);
  });
});

describe('a cell', () => {
  test.each([
    ['Merah/MR1', 'merah', ['MR1']],
    ['Merah dan MR I', 'merah', ['MR1']],
    ['merah 1 kapsul', 'merah', []],
    ['DPT/HIB 1 / Polio II', undefined, ['DPT-HB-Hib1', 'OPV2']],
    ['HB 0 BCG Polio 1', undefined, ['HB0', 'BCG', 'OPV1']],
    ['Campak/MR', undefined, ['MR1']],
    ['Imunisasi BCG', undefined, ['BCG']],
  ])('"%s" holds %s and %j', (written, vitamin, doses) => {
    const { elements } = readOne({ 'Vit A / Imunisasi': written });
    const history = (elements?.['riwayat-imunisasi'] ?? []) as readonly { readonly code: string }[];
    expect([elements?.['vitamin-a'], history.map(({ code }) => code)]).toEqual([
      vitamin === undefined ? undefined : { code: vitamin },
      doses,
    ]);
  });

  test.each(['Biru/Merah', 'sudah', 'V'])('"%s" does not say which capsule was given, and none is taken from the age', (written) => {
    const { elements, loud } = readOne({ 'Vit A / Imunisasi': written });
    expect([elements?.['vitamin-a'], loud]).toEqual([undefined, ['D19']]);
  });

  test.each(['---', '–', '...', 'N/A', 'tdk hadir', 'belum ditimbang'])('"%s" under BB is not measured', (written) => {
    const { elements, loud } = readOne({ BB: written });
    expect([elements?.['berat-badan'], loud]).toEqual([undefined, []]);
  });

  test('that says the child did not come makes no visit', () => {
    expect(readOne({ BB: 'tidak hadir', TB: '-', 'Vit A / Imunisasi': '-' }).elements).toBeUndefined();
  });

  test('with thousands of grams is read as grams whichever mark stands in it', () => {
    expect(readOne({ BB: '11,400 g' }).elements?.['berat-badan']).toEqual({ value: 11.4, unit: 'kg' });
  });

  test('with a town before the birth date is read', () => {
    expect(readOne({ 'Tgl Lahir': 'Samarinda 18-05-2023' }).person?.birthDate).toBe('2023-05-18');
  });
});
