import { describe, expect, test } from '@jest/globals';
import type { Issue } from '../../../src/fhir/issue.ts';
import { toVisitLine } from '../../../src/map/convert/to-lines.ts';
import { aReader } from '../reader.ts';
import { aSource } from './a-source.ts';

const reader = await aReader();
const columns = `TD: { convert: blood-pressure, missing: ['-', '0'] }
Sistol: { is: tekanan-darah-sistolik }
Diastol: { is: tekanan-darah-diastolik }
BB: { is: berat-badan }
TB: { is: tinggi-badan }
UK: { is: umur-kehamilan, missing: ['-'] }
HPHT: { is: hpht }
HPL: { is: hpl }
Salin: { is: tanggal-persalinan }
KF: { is: kunjungan-nifas }
GPA: { convert: gpa }
Jarak: { is: jarak-kehamilan }
Goldar: { is: golongan-darah }
Protein: { is: protein-urin }
GDS: { is: gula-darah-sewaktu, tokens: { HI: HH, LO: LL, NR: tidak-dilaporkan } }
HIV: { is: hiv, codes: hasil-reaktif, tokens: { NR: non-reaktif, '-': tidak-dilaporkan } }
TTD: { is: ttd-diberikan, tokens: { TTD: ya, '-': tidak } }
Diagnosis: { is: diagnosis }
HP: { is: person.phone, missing: ['-'] }
KK: { is: person.kk }
BPJS: { is: person.bpjs }
Suami: { is: person.spouse }
Umur: { is: person.age, unit: tahun }
Prov: { is: person.address.kode-provinsi }
Kab: { is: person.address.kode-kabupaten }
Kec: { is: person.address.kode-kecamatan }
Kel: { is: person.address.kode-desa }
`;
const source = aSource(reader.programme, columns);
const header = source.columns.map(({ name }) => name);
const clean = { Nama: 'Ratih Lestari', NIK: '6471995403969501', 'Tgl Lahir': '14/03/1996', JK: 'P', Tanggal: '09/07/2025', UK: '22' };

/** Warnings and errors with their cells. */
function toLoud(issues: readonly Issue[]): readonly string[] {
  return issues.filter(({ severity }) => severity !== 'information').map(({ code, cell }) => `${code} ${cell ?? ''}`);
}

/** What one row of a mother comes to. */
function readOne(cells: Readonly<Record<string, string>>) {
  const written: Readonly<Record<string, string>> = { ...clean, ...cells };
  const { conversion } = reader.read(source, [header, header.map((name) => written[name] ?? '')], { place: 'Posyandu Kenanga' });
  const [row] = conversion.rows.slice(1).map((each) => each.row);
  const shown = conversion.visits.map((each) => toVisitLine(each, reader.programme.elements, null)['elements']);
  const elements = { ...(shown[0] as Readonly<Record<string, unknown>> | undefined) };
  const kept = conversion.visits.flatMap(({ visit }) => visit.elements);
  const issues = conversion.rows.slice(1).flatMap((each) => each.row.issues);
  return { status: row?.status, elements, kept, person: conversion.persons[0], loud: toLoud(issues), said: JSON.stringify(issues) };
}

const sys = 'tekanan-darah-sistolik';
const dia = 'tekanan-darah-diastolik';

describe('a row of a mother', () => {
  test('keeps each diastolic with its systolic where one cell holds two measurements', () => {
    const { kept, loud } = readOne({ TD: '168/96 dan 164/96' });
    const pressures = kept
      .filter(({ key }) => key.startsWith('tekanan'))
      .map(({ key, ordinal, value }) => [key, ordinal, 'int' in value && value.int]);
    expect([pressures, loud]).toEqual([
      [
        [sys, 1, 168],
        [dia, 1, 96],
        [sys, 2, 164],
        [dia, 2, 96],
      ],
      [],
    ]);
  });

  test.each([
    [{ Sistol: '80', Diastol: '120' }, ['D14 Sistol', 'D14 Diastol']],
    [{ TD: '80/120' }, ['D14 TD']],
    [{ TD: '12/8' }, ['D16 TD']],
    [{ BB: '153', TB: '48' }, ['D14 BB', 'D14 TB']],
    [{ HPHT: '01/07/2024', UK: '' }, ['D28 HPHT']],
    [{ HPHT: '10/07/2025', UK: '' }, ['D10 HPHT']],
    [{ Salin: '10/07/2025', KF: 'KF1', UK: '' }, ['D10 Salin']],
    [{ UK: '60' }, ['D28 UK']],
    [{ Jarak: '3' }, ['D13 Jarak']],
    [{ GPA: 'G1P3A0' }, ['D14 GPA']],
    [{ Goldar: 'O-' }, ['D29 Goldar']],
    [{ KK: '123' }, ['kk-tidak-sah KK']],
    [{ BPJS: '123' }, ['bpjs-tidak-sah BPJS']],
    [{ HP: '8,1E+11' }, ['D25 HP']],
    [{ Prov: '64', Kab: 'Samarinda' }, ['D22 Kab']],
  ] as const)('with %j is warned of in that very cell: %j', (cells, loud) => {
    const found = readOne(cells);
    expect([found.loud, found.status]).toEqual([[...loud], 'warning']);
  });

  test.each([
    [{ Sistol: '80', Diastol: '120' }, [sys, dia]],
    [{ TD: '80/120' }, [sys, dia]],
    [{ BB: '153', TB: '48' }, ['berat-badan', 'tinggi-badan']],
    [{ HPHT: '01/07/2024' }, ['hpht']],
    [{ Salin: '10/07/2025', KF: 'KF1', UK: '' }, ['tanggal-persalinan']],
    [{ UK: '60' }, ['umur-kehamilan']],
    [{ Jarak: '3' }, ['jarak-kehamilan']],
    [{ Goldar: 'O-' }, ['rhesus']],
  ] as const)('with %j keeps none of %j and corrects nothing', (cells, absent) => {
    const { elements } = readOne(cells);
    for (const key of absent) expect(elements).not.toHaveProperty(key);
  });

  test('of pregnancy may hold the delivery that was written in later, and one of childbed its own day', () => {
    expect(readOne({ Salin: '10/07/2025' })).toMatchObject({ loud: [], elements: { 'tanggal-persalinan': { date: '2025-07-10' } } });
    expect(readOne({ Salin: '09/07/2025', KF: 'KF1', UK: '' }).loud).toEqual([]);
  });

  test('has her height read in metres also where nothing says at which stage of life she is', () => {
    const { elements } = readOne({ UK: '', TB: '1,53', BB: '52,3' });
    expect(elements).toMatchObject({ 'tinggi-badan': { value: 153 }, 'berat-badan': { value: 52.3 } });
  });

  test('with two pressures that differ in two columns is told which was left out', () => {
    expect(readOne({ TD: '120/80', Sistol: '120', Diastol: '80' }).loud).toEqual([]);
  });

  test('may be expected to deliver in the future', () => {
    expect([readOne({ HPL: '12/11/2025' }).elements['hpl'], readOne({ HPL: '12/11/2025' }).loud]).toEqual([{ date: '2025-11-12' }, []]);
  });

  test('takes tokens as each column means them', () => {
    const { kept, loud } = readOne({ GDS: 'HI', HIV: 'NR', TTD: 'TTD', Protein: '-' });
    const of = (key: string) => kept.find((element) => element.key === key);
    expect(of('gula-darah-sewaktu')).toMatchObject({ value: { code: 'HH' }, fields: { interpretasi: { code: 'HH' } } });
    expect([of('hiv')?.value, of('ttd-diberikan')?.value, of('protein-urin')?.value]).toEqual([
      { kind: 'coded', code: 'non-reaktif' },
      { kind: 'boolean', boolean: true },
      { kind: 'coded', code: 'negatif' },
    ]);
    expect(loud).toEqual([]);
  });

  test('reads NR as not reported where the column says so, and invents nothing', () => {
    const { elements, loud } = readOne({ GDS: 'NR', HIV: '-', TTD: '-' });
    expect([elements['gula-darah-sewaktu'], elements['hiv'], elements['ttd-diberikan'], loud]).toEqual([
      undefined,
      undefined,
      { boolean: false },
      [],
    ]);
  });

  test('is about 29 by her age alone, and no birth date is kept of it (D11)', () => {
    const { person, loud } = readOne({ 'Tgl Lahir': '', Umur: '29', NIK: '' });
    expect([person?.birthDate, person?.birthDateEstimate, loud]).toEqual([undefined, '1996-07-09', ['D11 Umur']]);
  });

  test('has the code of her area made of its parts (D22)', () => {
    const { person, loud } = readOne({ Prov: '35', Kab: '10', Kec: '3', Kel: '2004' });
    expect([person?.address, loud]).toEqual([{ 'kode-wilayah': '3510032004' }, []]);
  });

  test('keeps phone, card, family card and husband', () => {
    const { person } = readOne({ HP: '81255001102', BPJS: '0009990012345', KK: '3271-9910-0215-9002', Suami: 'Deni' });
    expect(person).toMatchObject({ phone: '+6281255001102', bpjs: '0009990012345', kk: '3271991002159002', spouse: 'Deni' });
  });

  test('with a diagnosis that is no code keeps its words and quotes them nowhere (D20)', () => {
    const { kept, said } = readOne({ Diagnosis: 'Hipertensi' });
    expect([kept.find(({ key }) => key === 'diagnosis')?.value, said]).toEqual([
      { kind: 'text', text: 'Hipertensi' },
      expect.not.stringContaining('Hipertensi'),
    ]);
  });
});

test('a token with a meaning nobody knows names its line and the nearest meaning', () => {
  expect(() => aSource(reader.programme, 'GDS: { is: gula-darah-sewaktu, tokens: { HI: HHH } }\n')).toThrow(/columns\.yaml:6.*"HHH".*"HH"/);
});

test('a conversion that fills what the programme does not know is a fault', () => {
  expect(() => aSource(reader.programme, 'TD: { is: berat-badan, convert: blood-pressure }\n')).toThrow(/columns\.yaml:6.*berat-badan/);
});
