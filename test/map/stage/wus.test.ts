import { describe, expect, test } from '@jest/globals';
import type { ConvertedVisit } from '../../../src/map/convert/convert-rows.ts';
import { compileForm, aForm, type FormTables } from '../verbs/a-form.ts';
import { aReader } from '../reader.ts';

const reader = await aReader();
const request = { place: 'Posyandu Kenanga', date: '2025-08-12' };
const identity = 'Nama: { is: person.name, required: true }\nLahir: { is: person.birthDate }\n';
const women: FormTables = {
  about: 'semua',
  stages: 'wus',
  whole: true,
  columns: `${identity}JK: { is: person.sex }
LILA: { is: lingkar-lengan-atas, missing: ['-'] }
Hb: { is: hemoglobin, missing: ['-'] }
HPHT: { is: hpht, missing: ['-'] }
Hamil: { is: status-hamil, missing: ['-'] }
KB: { is: kontrasepsi, missing: ['-'] }
Persalinan: { is: tanggal-persalinan, missing: ['-'] }
`,
};

/** Reads rows of a form of the women of a place. */
function read(form: FormTables, header: string, rows: readonly string[]) {
  return reader.read(
    aForm(reader.programme, form),
    [header, ...rows].map((row) => row.split(';')),
    request,
  ).conversion;
}

const readWomen = (...rows: readonly string[]): readonly ConvertedVisit[] =>
  read(women, 'Nama;Lahir;JK;LILA;Hb;HPHT;Hamil;KB;Persalinan', rows).visits;

describe('a woman of reproductive age', () => {
  test.each([
    ['12/08/2010', 'P', 'wus-remaja', '2'],
    ['13/08/2010', 'P', 'lain', undefined],
    ['13/08/2007', 'P', 'wus-remaja', '2'],
    ['12/08/2007', 'P', 'wus', '3'],
    ['13/08/1975', 'P', 'wus', '3'],
    ['12/08/1975', 'P', 'lain', undefined],
    ['12/08/1990', 'L', 'lain', undefined],
    ['12/08/1990', '', 'lain', undefined],
  ])('born %s, sex "%s", is at the stage %s', (birth, sex, stage, klaster) => {
    const [visit] = readWomen(`Uji Orang;${birth};${sex};24;-;-;-;-;-`);
    expect([visit?.staged.lifeStage, visit?.staged.klaster]).toEqual([stage, klaster]);
  });

  test('has KEK below 23.5 cm and anaemia below 12 g/dL', () => {
    const visits = readWomen('Uji Satu;12/08/1990;P;23,4;11,9;-;-;-;-', 'Uji Dua;12/08/1991;P;23,5;12;-;-;-;-');
    expect(
      visits.map(({ computed }) => [computed['status-lila-lokal'], computed['status-anemia'], computed['status-lila-nasional']]),
    ).toEqual([
      ['kek', 'ringan', undefined],
      ['normal', 'normal', undefined],
    ]);
  });

  test.each([
    ['by her last period', '01/03/2025;-;-;-', 'ibu-hamil'],
    ['by what she answered', '-;Sedang Hamil;-;-', 'ibu-hamil'],
    ['in childbed', '-;-;Pil;01/08/2025', 'nifas'],
    ['not when she says no', '-;Tdk Hamil;-;-', 'wus'],
    ['no more, six weeks after the delivery', '-;-;Pil;30/06/2025', 'wus'],
  ])('is at no such stage while she is pregnant: %s', (_, rest, stage) => {
    expect(readWomen(`Uji Orang;12/08/1990;P;24;-;${rest}`).map(({ staged }) => staged.lifeStage)).toEqual([stage]);
  });

  test('who uses contraception is for named officers only', () => {
    const [without, using] = readWomen('Uji Satu;12/08/1990;P;24;-;-;-;-;-', 'Uji Dua;12/08/2009;P;24;-;-;-;Suntik 3 Bulan;-');
    expect([without?.kerahasiaan, using?.kerahasiaan]).toEqual(['umum', 'sangat-terbatas']);
  });

  test.each(['pus', 'catin', 'wus'])('is enrolled as %s', (category) => {
    const form = { ...women, verbs: `holds: pendaftaran\ncategory: ${category}` };
    const { enrolments } = read(form, 'Nama;Lahir;JK;LILA;Hb', ['Uji Orang;12/08/1990;P;24;11,9']);
    expect(enrolments.map((entry) => [entry.category, entry.findings.map(({ code }) => code)])).toEqual([[category, ['ANEMIA']]]);
  });
});

describe('a form that says of all its rows', () => {
  const header = 'Nama;Lahir;HPHT;UK;Persalinan;TFU';
  const form = (verbs: string): FormTables => ({
    ...{ about: 'semua', stages: 'ibu', whole: true, verbs },
    columns: `${identity}HPHT: { is: hpht, missing: ['-'] }
UK: { is: umur-kehamilan, missing: ['-'] }
Persalinan: { is: tanggal-persalinan, missing: ['-'] }
TFU: { is: tinggi-fundus-uteri }
`,
  });

  test.each([
    ['condition: hamil', '-;-;-', 'ibu-hamil'],
    ['condition: hamil', '99/99/9999;entah;-', 'ibu-hamil'],
    ['condition: nifas', '-;-;-', 'nifas'],
    ['condition: nifas', '-;30;-', 'ibu-hamil'],
    ['condition: hamil', '-;-;01/08/2025', 'nifas'],
    ['condition: hamil', '-;-;01/05/2025', 'wus'],
    ['sex: P', '-;-;-', 'wus'],
    ['', '-;-;-', 'lain'],
  ])('"%s", a row with %s is at the stage %s', (verbs, cells, stage) => {
    const { visits } = read(form(verbs), header, [`Uji Orang;12/08/1990;${cells};20`]);
    expect(visits.map(({ staged }) => staged.lifeStage)).toEqual([stage]);
  });

  test('that they are in childbed asks nothing of an old last period', () => {
    const issuesOf = (verbs: string) =>
      read(form(verbs), header, ['Uji Orang;12/08/1990;01/10/2024;-;-;20'])
        .rows.flatMap(({ row }) => row.issues)
        .map(({ code }) => code);
    expect([issuesOf('condition: hamil').includes('D28'), issuesOf('condition: nifas').includes('D28')]).toEqual([true, false]);
  });

  test.each(['condition: hamil', 'condition: nifas', 'holds: pendaftaran\ncategory: ibu-hamil'])(
    '"%s" says that they are women',
    (verbs) => {
      const { persons } = read(form(verbs), header, ['Uji Orang;12/08/1990;-;-;-;20']);
      expect(persons.map(({ sex }) => sex)).toEqual(['P']);
    },
  );

  test.each([
    ['condition: hamill', {}, /"hamill".*"hamil"/],
    ['condition: hamil\nsex: L', {}, /"condition" hanya untuk formulir perempuan/],
    ['condition: hamil', { about: 'anak' }, /"condition" hanya untuk formulir perempuan/],
  ])('"%s" cannot be', (verbs, more, fault) => {
    const { issues } = compileForm(reader.programme, { ...form(verbs), ...more });
    expect(issues.map(({ text }) => text).join('\n')).toMatch(fault);
  });
});
