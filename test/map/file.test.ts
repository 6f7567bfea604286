// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import { aReader } from './reader.ts';

const reader = await aReader();
const kenanga = 'posyandu-kenanga';
const title = ['DAFTAR BALITA POSYANDU KENANGA - AGUSTUS 2025'];
const header = ['NIK', 'Nama Anak', 'Tgl Lahir', 'JK', 'Tanggal Ukur', 'BB'];
const row = ['6472991805239701', 'Damar Saputra', '18/05/2023', 'L', '12/08/2025', '11,4'];

describe('the header of a file', () => {
  test('is found below any titles and notes, its columns in any order', () => {
    const { conversion, fileIssues } = reader.read(kenanga, [
      title,
      ['Dicetak oleh kader'],
      [''],
      [...header].reverse(),
      [...row].reverse(),
    ]);
    expect(conversion.rows.map(({ row: { status, reason, heading } }) => [status, reason, heading])).toEqual([
      ['skipped', 'judul', true],
      ['skipped', 'judul', true],
      ['skipped', 'kosong', false],
      ['skipped', 'kepala', true],
      ['accepted', undefined, false],
    ]);
    expect([conversion.visits[0]?.place, fileIssues]).toEqual(['Posyandu Kenanga', []]);
  });

  test.each([
    ['Berat Badan', 'berat-badan'],
    ['BB (kg)', 'berat-badan'],
    ['berat_badan', 'berat-badan'],
  ])('knows "%s" by another name', (name, key) => {
    const { conversion } = reader.read(kenanga, [title, [...header.slice(0, 5), name], row]);
    expect(conversion.visits[0]?.visit.elements.map((element) => element.key)).toEqual([key]);
  });

  test('with a column nobody declared is an issue of the file, and its rows go on', () => {
    const { conversion, fileIssues } = reader.read(kenanga, [title, [...header, 'Lingkar Kepla'], [...row, '47']]);
    expect(fileIssues).toMatchObject([{ code: 'kolom-tidak-dikenal', severity: 'warning', cell: 'Lingkar Kepla' }]);
    expect(fileIssues[0]?.text).toContain('"Lingkar Kepala"');
    expect(conversion.rows[2]?.row.status).toBe('accepted');
  });

  test('that lacks a mandatory column stops the file and names the column', () => {
    const { rows, fileIssues } = reader.read(kenanga, [title, header.filter((name) => name !== 'Tgl Lahir'), row]);
    expect([rows, fileIssues[0]?.severity, fileIssues[0]?.code]).toEqual([[], 'fatal', 'kolom-wajib']);
    expect(fileIssues[0]?.text).toContain('"Tgl Lahir"');
  });

  test('without a date column will do where the request gives the day', () => {
    const monthless = ['DAFTAR BALITA POSYANDU KENANGA'];
    const without = [monthless, header.filter((name) => name !== 'Tanggal Ukur'), row.filter((_, at) => at !== 4)];
    expect(reader.read(kenanga, without).fileIssues[0]?.code).toBe('kolom-wajib');
    expect(reader.read(kenanga, without, { date: '2025-08-12' }).conversion.visits[0]?.visit.date).toBe('2025-08-12');
  });

  test('without a date column takes the posyandu day of the month in the title, and is marked', () => {
    const { conversion } = reader.read(kenanga, [title, header.filter((name) => name !== 'Tanggal Ukur'), row.filter((_, at) => at !== 4)]);
    expect(conversion.visits[0]?.visit).toMatchObject({ date: '2025-08-12', dateEstimated: true });
  });

  test('of a file that was returned once and comes back mended has no unknown column', () => {
    const returned = [
      [...title, '', ''],
      [...header, 'status', 'perbaikan'],
      [...row, 'ditolak, perlu perbaikan', 'Tanggal Ukur: isi'],
    ];
    const { conversion, fileIssues } = reader.read(kenanga, returned);
    expect([conversion.rows[2]?.row.status, fileIssues]).toEqual(['accepted', []]);
  });

  test('of another source is told with the name of that source', () => {
    const eppgbm = [
      'No',
      'NIK',
      'Nama',
      'JK',
      'Tgl Lahir',
      'BB Lahir',
      'Prov',
      'Kab/Kota',
      'Kec',
      'Pukesmas',
      'Posyandu',
      'Usia Saat Ukur',
      'Tanggal Pengukuran',
      'ZS BB/U',
      'KPSP',
      'MBG',
    ];
    const { fileIssues } = reader.read(kenanga, [eppgbm, row]);
    expect([fileIssues[0]?.severity, fileIssues[0]?.text.includes('"eppgbm"')]).toEqual(['fatal', true]);
  });

  test('of no source at all stops the file', () => {
    const { rows, fileIssues } = reader.read(kenanga, [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ]);
    expect([rows, fileIssues.map(({ code, severity }) => [code, severity])]).toEqual([[], [['kepala-tidak-dikenal', 'fatal']]]);
  });

  test('repeated on the next page is no child', () => {
    const { conversion } = reader.read(kenanga, [title, header, row, header, ['', '', '', '', '', ''], ['JUMLAH', '1', '', '', '', '']]);
    expect(conversion.rows.slice(3).map(({ row: { reason } }) => reason)).toEqual(['kepala', 'kosong', 'jumlah']);
  });
});

describe('the place of a file', () => {
  test.each([
    ['DAFTAR BALITA POSYANDU KENANGA - AGUSTUS 2025', 'Posyandu Kenanga'],
    ['Daftar penimbangan Posyandu Kenanga bulan Agustus 2025', 'Posyandu Kenanga'],
    ['POSYANDU KAMBOJA 2', 'Posyandu Kamboja 2'],
  ])('is read from the title "%s"', (text, place) => {
    expect(reader.read(kenanga, [[text], header, row]).conversion.visits[0]?.place).toBe(place);
  });

  test('comes from the request where the file does not say it', () => {
    const { conversion } = reader.read(kenanga, [header, row], { place: 'Posyandu Kamboja 2' });
    expect(conversion.visits[0]?.place).toBe('Posyandu Kamboja 2');
  });

  test('that nobody registered holds the rows, with the nearest names', () => {
    const { conversion } = reader.read(kenanga, [['DAFTAR BALITA POSYANDU KENANGGA - AGUSTUS 2025'], header, row]);
    expect(conversion.rows[2]?.row).toMatchObject({ status: 'quarantined', reason: 'tempat-tidak-dikenal' });
    expect(conversion.rows[2]?.row.issues[0]?.text).toContain('Posyandu Kenanga');
    expect(conversion.visits).toEqual([]);
  });
});

describe('an e-PPGBM export', () => {
  const columns = [
    'NIK',
    'Nama',
    'JK',
    'Tgl Lahir',
    'BB Lahir',
    'TB Lahir',
    'Nama Ortu',
    'Posyandu',
    'Tanggal Pengukuran',
    'Berat',
    'Tinggi',
    'Cara Ukur',
    'LiLA',
    'BB/U',
    'ZS BB/U',
    'Jml Vit A',
    'KPSP',
    'MBG',
  ];
  const child = [
    '6471991805239711',
    'DAMAR',
    'L',
    '2023-05-18',
    '3.1',
    '49',
    'JOKO / WENING',
    'KAMBOJA 2',
    '2025-08-12',
    '11.4',
    '84.2',
    'Berdiri',
    '14',
    'Normal',
    '-0.94',
    '1',
    'S',
    'Ya',
  ];
  const readOne = (changes: Readonly<Record<string, string>>) => {
    const { conversion } = reader.read('eppgbm', [columns, child.map((cell, at) => changes[columns[at] ?? ''] ?? cell)]);
    const found = conversion.rows[1]?.row;
    const loud = found?.issues.filter(({ severity }) => severity !== 'information').map(({ code }) => code);
    return { status: found?.status, loud, person: conversion.persons[0], visit: conversion.visits[0] };
  };

  test.each([
    ['3.1', 3100],
    ['3100', 3100],
    ['3,1', 3100],
    ['-', undefined],
  ])('gives a birth weight "%s" in whole grams', (written, weightG) => {
    expect(readOne({ 'BB Lahir': written }).person?.birth?.weightG).toBe(weightG);
  });

  test('with a birth weight of 30 kg is a test row (D30)', () => {
    expect(readOne({ 'BB Lahir': '30.00' })).toMatchObject({ status: 'quarantined', loud: ['D30'] });
  });

  test.each([
    ['Kurang', ['D27']],
    ['Normal', []],
    ['Berat Badan Normal', []],
    ['Bagus', ['kode-tidak-dikenal']],
    ['-', []],
  ])('reporting "%s" beside a normal weight', (written, loud) => {
    expect(readOne({ 'BB/U': written }).loud).toEqual(loud);
  });

  test.each([
    ['MBG', 'mungkin', 'D18'],
    ['KPSP', 'X', 'kode-tidak-dikenal'],
    ['Cara Ukur', 'Miring', 'kode-tidak-dikenal'],
  ])('with an unknown word in %s names the cell and keeps the row', (name, written, code) => {
    expect(readOne({ [name]: written })).toMatchObject({ status: 'warning', loud: [code] });
  });

  test('with a score of three decimals behind a comma is no score of a thousand', () => {
    expect(readOne({ 'ZS BB/U': '-0,941' }).visit?.visit.reported['zs-bb-u']).toBe(-0.941);
  });

  test('is never sent back to the ministry', () => {
    expect(readOne({}).visit?.sending).toBe('tidak');
  });

  test('keeps a blank answer blank, not "no"', () => {
    expect(readOne({ MBG: '' }).visit?.visit.elements.map(({ key }) => key)).not.toContain('mbg');
  });
});

describe('a row without any result', () => {
  const named = ['6472991805239701', 'Damar Saputra', '18/05/2023', 'L', '12/08/2025', ''];

  test('registers the person and invents no visit', () => {
    const { conversion } = reader.read(kenanga, [title, header, named]);
    expect(conversion.visits).toEqual([]);
    expect(conversion.persons).toMatchObject([{ name: 'Damar Saputra' }]);
    expect(conversion.rows[2]?.row).toMatchObject({ status: 'accepted', issues: [{ code: 'tanpa-hasil', severity: 'information' }] });
  });

  test('is a visit when a value was written that cannot be true', () => {
    const { conversion } = reader.read(kenanga, [title, header, [...named.slice(0, 5), '120']]);
    expect(conversion.visits).toHaveLength(1);
  });
});
