import { describe, expect, test } from '@jest/globals';
import type { RequestFacts } from '../../../src/map/rows/row-context.ts';
import { aReader } from '../reader.ts';
import { aForm, bima, identity, sekar } from './a-form.ts';

const reader = await aReader();
const header = [...identity, 'BB'];
const row = [...bima, '9,8'];

function visitOf(context: string, above: readonly (readonly string[])[], request: RequestFacts = {}) {
  const form = aForm(reader.programme, { context });
  return reader.read(form, [...above, header, row], request).conversion.visits[0]?.visit;
}

describe('the place, day and recorder of a list', () => {
  const labels = `
place: [{ label: [Posyandu, Nama Posyandu] }, { request: true }]
date: [{ label: Tanggal }, { request: true }]
recorder: [{ label: [Kader, Petugas] }]`;

  test.each([
    [
      'in cells of their own',
      [
        ['POSYANDU', 'Kenanga'],
        ['Tanggal', '12-08-2025'],
      ],
    ],
    ['behind a colon in one cell', [['Nama Posyandu : Kenanga', 'Tanggal: 12/08/2025']]],
    [
      'behind a cell that holds the colon',
      [
        ['posyandu', ':', 'KENANGA'],
        ['', 'TANGGAL', ':', '', '12 Agustus 2025'],
      ],
    ],
  ])('are read from labels %s', (_, above) => {
    expect(visitOf(labels, above)).toMatchObject({ place: 'posyandu-kenanga', date: '2025-08-12', dateEstimated: false });
  });

  test('go by the declared order: what the file says before what the request says', () => {
    const request = { place: 'Posyandu Kamboja 2', date: '2025-07-01' };
    expect(visitOf(labels, [['Posyandu', 'Kenanga']], request)).toMatchObject({ place: 'posyandu-kenanga', date: '2025-07-01' });
    const turned = 'place: [{ request: true }, { label: Posyandu }]\ndate: [{ request: true }]';
    expect(visitOf(turned, [['Posyandu', 'Kenanga']], request)).toMatchObject({ place: 'posyandu-kamboja-2' });
  });

  test('pass over a label without a readable value', () => {
    const above = [
      ['Posyandu', 'Kenanga'],
      ['Tanggal', 'menyusul'],
    ];
    expect(visitOf(labels, above, { date: '2025-08-12' })?.date).toBe('2025-08-12');
    expect(visitOf(labels, above)).toBeUndefined();
  });

  test.each([
    ['Bidan Sri', 'nakes'],
    ['bd. Ratna, A.Md.Keb', 'nakes'],
    ['Kader', 'kader'],
    ['Ibu Ani', 'kader'],
  ])('call the recorder "%s" %s', (written, recorder) => {
    const above = [
      ['Posyandu', 'Kenanga'],
      ['Petugas', written],
    ];
    expect(visitOf(labels, above, { date: '2025-08-12' })?.recorder).toBe(recorder);
  });

  test('take a day or a month from the title and from the name of the file', () => {
    const title =
      "place: [{ request: true }]\ndate: [{ title: 'TANGGAL {date} DI' }, { file-name: 'timbang {date}' }]\nmonth: [{ label: Bulan }]";
    const request = { place: 'Posyandu Kenanga' };
    expect(visitOf(title, [['Penimbangan tanggal 12 Agustus 2025 di balai desa']], request)?.date).toBe('2025-08-12');
    expect(visitOf(title, [], { ...request, fileName: 'Timbang_12-08-2025.csv' })?.date).toBe('2025-08-12');
    expect(visitOf(title, [['Bulan', 'Agustus 2025']], request)).toMatchObject({ date: '2025-08-12', dateEstimated: true });
  });
});

test('a recorder has a column of its own, row by row', () => {
  const columns = 'BB: { is: berat-badan }\nPetugas: { is: visit.recorder }\n';
  const form = aForm(reader.programme, {
    columns,
    context: 'place: [{ request: true }]\ndate: [{ request: true }]\nrecorder: [{ column: Petugas }]',
  });
  const lines = [
    [...header, 'Petugas'],
    [...row, 'Kader Ani'],
    [...sekar, '10,2', 'Bidan Sri'],
  ];
  const { conversion } = reader.read(form, lines, { place: 'Posyandu Kenanga', date: '2025-08-12' });
  expect(conversion.visits.map(({ visit }) => [visit.recorder, visit.verified])).toEqual([
    ['kader', false],
    ['nakes', false],
  ]);
});

test('a new label below the rows of a page holds for the page that follows', () => {
  const form = aForm(reader.programme, { context: 'place: [{ label: Posyandu }]\ndate: [{ label: Tanggal }]' });
  const lines = [['Posyandu', 'Kenanga'], ['Tanggal', '12-08-2025'], header, row, ['Posyandu', 'Kamboja 2'], header, [...sekar, '10,2']];
  const { conversion } = reader.read(form, lines);
  expect(conversion.visits.map(({ visit }) => [visit.place, visit.date])).toEqual([
    ['posyandu-kenanga', '2025-08-12'],
    ['posyandu-kamboja-2', '2025-08-12'],
  ]);
});
