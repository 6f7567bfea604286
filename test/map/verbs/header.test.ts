import { describe, expect, test } from '@jest/globals';
import { aReader } from '../reader.ts';
import { aForm, bima, identity, sekar } from './a-form.ts';

const reader = await aReader();
const request = { place: 'Posyandu Kenanga', date: '2025-08-12' };

describe('a header of several lines', () => {
  const form = aForm(reader.programme, {
    header: '{ within: 20, lines: 5 }',
    columns: `
Hasil Antropometri BB: { is: berat-badan }
Hasil Antropometri TB: { is: tinggi-badan }
Kepala Lingkar: { is: lingkar-kepala }
Lengan Lingkar: { is: lingkar-lengan-atas }
`,
  });
  const header = [
    ['', 'IDENTITAS', '', '', '', 'HASIL', '', '', ''],
    ['No', 'NIK', 'NAMA', 'TGL LAHIR', 'JK', 'ANTROPOMETRI', '', '', ''],
    ['', '', '', '', '', 'BB', 'TB', 'KEPALA', 'LENGAN'],
    ['', '', '', '', '', '', '', 'LINGKAR', 'LINGKAR'],
    ['', '', '', '', '', '(kg)', '(cm)', '(cm)', '(cm)'],
  ];

  test('is joined down its merged cells, the longest known name first', () => {
    const { conversion, fileIssues } = reader.read(form, [...header, ['1', ...bima, '9,8', '78', '46', '14,5']], request);
    expect(conversion.rows.map(({ row }) => [row.row, row.reason])).toEqual([
      [1, 'judul'],
      [2, 'kepala'],
      [3, 'kepala'],
      [4, 'kepala'],
      [5, 'kepala'],
      [6, undefined],
    ]);
    expect(conversion.visits[0]?.visit.elements.map(({ key }) => key)).toEqual([
      'berat-badan',
      'tinggi-badan',
      'lingkar-kepala',
      'lingkar-lengan-atas',
    ]);
    expect(fileIssues.map(({ cell }) => cell)).toEqual(['No']);
  });

  test('takes lines of which the source reads little, and says which headings it does not know', () => {
    const deep = [
      [...identity, 'Hasil', '', '', '', '', ''],
      ['', '', '', '', 'Antropometri', '', 'Mata', '', 'Telinga', ''],
      ['', '', '', '', 'BB', 'Nadi', 'Kanan', 'Kiri', 'Kanan', 'Kiri'],
    ];
    const { conversion, fileIssues } = reader.read(form, [...deep, [...bima, '9,8', '90', 'n', 'n', 'n', 'n']], request);
    expect(conversion.rows.map(({ row }) => row.reason)).toEqual(['kepala', 'kepala', 'kepala', undefined]);
    expect(fileIssues.map(({ cell }) => cell)).toContain('Hasil Mata Kanan');
  });

  test('of one line is whole: the rows below it are rows', () => {
    const flat = [...identity, 'Hasil Antropometri BB'];
    const { conversion } = reader.read(form, [flat, [...bima, '9,8'], [...sekar, '10,2']], request);
    expect(conversion.rows.map(({ row }) => row.status)).toEqual(['skipped', 'accepted', 'accepted']);
  });
});

describe('a table that is read by position', () => {
  const columns = `
'1': { is: person.nik }
'3': { is: person.name, required: true }
'4': { is: person.birthDate }
'5': { is: person.sex }
'7': { is: berat-badan }
'8': { ignore: cadangan }
`;
  const positional = (header: string) => aForm(reader.programme, { header, columns, whole: true });

  test('needs no known heading, and names a cell by what stands above it', () => {
    const form = positional('{ positional: true, lines: 2 }');
    const lines = [['HARIAN'], ['a', 'b', 'c', 'd', 'e', '', '', ''], [bima[0], '', bima[1], bima[2], bima[3], '', 'sepuluh', '']];
    const { conversion } = reader.read(
      form,
      lines.map((line) => line.map((cell) => cell ?? '')),
      request,
    );
    expect(conversion.rows.map(({ row }) => [row.status, row.reason])).toEqual([
      ['skipped', 'judul'],
      ['skipped', 'kepala'],
      ['warning', undefined],
    ]);
    expect(conversion.rows[2]?.row.issues).toContainEqual(expect.objectContaining({ code: 'D12', cell: 'kolom 7' }));
  });

  test('without any header begins with its first line', () => {
    const form = positional('{ none: true }');
    const line = (who: readonly string[], weight: string): readonly string[] => [
      who[0] ?? '',
      '',
      who[1] ?? '',
      who[2] ?? '',
      who[3] ?? '',
      '',
      weight,
    ];
    const { conversion } = reader.read(form, [line(bima, '9,8'), line(sekar, '10,2')], request);
    expect(conversion.visits.map(({ rows }) => rows)).toEqual([[1], [2]]);
  });
});
