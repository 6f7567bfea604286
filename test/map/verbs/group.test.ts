import { describe, expect, test } from '@jest/globals';
import { toCounts } from '../../../src/map/convert/to-lines.ts';
import { aReader } from '../reader.ts';
import { aForm, compileForm } from './a-form.ts';

const reader = await aReader();
const request = { place: 'Posyandu Kenanga' };
const columns = `
Tanggal: { is: visit.date }
NIK: { is: person.nik, missing: ['-'] }
Nama: { is: person.name }
Tgl Lahir: { is: person.birthDate }
Catatan: { ignore: teks bebas }
Berat badan hari ini: { is: berat-badan, aliases: [BB01] }
Lingkar kepala: { is: lingkar-kepala }
Warna rumah: { ignore: bukan urusan kesehatan }
`;
const context = 'place: [{ request: true }]\ndate: [{ column: Tanggal }]';
const verbs = 'group: { by: [Tanggal, NIK, Nama], question: [Kode, Pertanyaan], answer: Jawaban }';
const form = aForm(reader.programme, { columns, context, verbs, whole: true });
const header = ['Tanggal', 'NIK', 'Nama', 'Tgl Lahir', 'Kode', 'Pertanyaan', 'Jawaban', 'Catatan'];
const ask = (who: readonly string[], code: string, question: string, answer: string): readonly string[] => [
  ...who,
  code,
  question,
  answer,
  '',
];
const bima = ['12/08/2025', '6472991005249801', 'Bima Sakti', '10/05/2024'];
const sekar = ['12-08-2025', '-', 'Sekar Ayu', '12/08/2023'];

const read = (...rows: readonly (readonly string[])[]) => reader.read(form, [header, ...rows], request).conversion;

describe('one row a question', () => {
  test('is one visit a person and day, the rows after the first its parts', () => {
    const conversion = read(ask(bima, 'BB01', 'BB', '9,8'), ask(bima, '', 'LINGKAR KEPALA', '46'), ask(sekar, 'BB01', '', '10,2'));
    expect(conversion.visits.map(({ rows, visit }) => [rows, visit.elements.map(({ key }) => key)])).toEqual([
      [[2], ['berat-badan', 'lingkar-kepala']],
      [[4], ['berat-badan']],
    ]);
    expect(conversion.rows.map(({ row, visit }) => [row.row, row.partOf, visit !== undefined])).toEqual([
      [1, undefined, false],
      [2, undefined, true],
      [3, 2, true],
      [4, undefined, true],
    ]);
    expect(toCounts(conversion)).toMatchObject({ rows: 3, headings: 1, parts: 1 });
  });

  test('with a question nobody declared says so, and repeats neither question nor answer', () => {
    const conversion = read(ask(bima, 'BB01', '', '9,8'), ask(bima, '', 'Lingkar kepla Bima Sakti', 'rahasia'));
    const issue = conversion.rows[1]?.row.issues.find(({ code }) => code === 'kolom-tidak-dikenal');
    expect([issue?.severity, issue?.cell]).toEqual(['warning', 'Pertanyaan']);
    expect(JSON.stringify(conversion.rows.map(({ row }) => row.issues))).not.toMatch(/rahasia|Bima/);
  });

  test('answers to what is ignored with a reason are no fault', () => {
    expect(read(ask(bima, 'BB01', '', '9,8'), ask(bima, '', 'Warna rumah', 'biru')).rows[1]?.row.issues).toEqual([]);
  });

  test('with two answers to one question keeps the first and names the contradiction', () => {
    const conversion = read(ask(bima, 'BB01', '', '9,8'), ask(bima, 'BB01', '', '8,9'));
    expect(conversion.visits[0]?.visit.elements).toMatchObject([{ value: { int: 9800 } }]);
    expect(conversion.rows[1]?.row).toMatchObject({ status: 'warning', issues: [{ code: 'nilai-ganda' }] });
  });

  test('of one visit that stand apart come together all the same', () => {
    const conversion = read(ask(bima, 'BB01', '', '9,8'), ask(sekar, 'BB01', '', '10,2'), ask(bima, '', 'Lingkar kepala', '46'));
    expect(conversion.visits.map(({ rows, visit }) => [rows, visit.elements.length])).toEqual([
      [[2, 4], 2],
      [[3], 1],
    ]);
  });

  test('with an unreadable answer names the question as the cell', () => {
    expect(read(ask(bima, 'BB01', '', 'berat')).rows[1]?.row.issues).toMatchObject([{ code: 'D12', cell: 'Berat badan hari ini' }]);
  });
});

describe('a group that cannot be', () => {
  const faultOf = (group: string): string =>
    compileForm(reader.programme, { columns, context, verbs: group })
      .issues.map(({ text }) => text)
      .join('\n');

  test.each([
    ['group: { by: [NIK, Jawaban], question: Pertanyaan, answer: Jawaban }', /source\.yaml:\d+: .*"Jawaban" berbeda di tiap baris/],
    ['group: { by: [NIK], question: Jawaban, answer: Jawaban }', /source\.yaml:\d+: .*"Jawaban" sudah dipakai/],
    ['group: { by: [NIKK], question: Pertanyaan, answer: Jawaban }', /source\.yaml:\d+: .*"NIKK".*"NIK"/],
    ['group: { by: [NIK], question: Nama, answer: Jawaban }', /source\.yaml:\d+: .*"Nama" sudah ada di columns\.yaml/],
    ['group: bayi-balita', /source\.yaml:\d+: .*"stages"/],
  ])('is refused with its line: %s', (group, fault) => {
    expect(faultOf(group)).toMatch(fault);
  });
});
