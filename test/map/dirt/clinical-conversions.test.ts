// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import type { ColumnFacts } from '../../../src/map/conversions/conversion.ts';
import { conversions } from '../../../src/map/conversions/conversions.ts';
import { factConversions } from '../../../src/map/conversions/fact-conversions.ts';
import type { FactValue } from '../../../src/map/source.ts';

const words = new Map([['ancnormal', 'Z34.9']]);
const lists = (key: string) => (key === 'diagnosis-ibu-anak' ? { key, byWord: words } : undefined);
const day = { asOf: '2025-12-31' };
const weeks = { ucum: 'wk', display: 'minggu', smallest: 'wk', perUnit: 1 };
const plain: ColumnFacts = { is: 'x', dates: 'dmy', decimal: ',', unit: weeks };

/** What a cell comes to: its bare values by target, and its remarks with a `!` where they are warnings. */
function several(name: string, text: string) {
  const read = factConversions.get(name)?.convert(lists)(text, day) ?? { remarks: [] };
  return [
    (read.value ?? []).map(({ is, value, nth }) => `${is}${nth === undefined || nth === 1 ? '' : `#${String(nth)}`}=${bare(value)}`),
    codes(read),
  ];
}

function one(name: string, text: string, column: Partial<ColumnFacts> = {}) {
  const read = conversions.get(name)?.({ ...plain, ...column })(text, day) ?? { remarks: [] };
  return [read.value === undefined ? undefined : bare(read.value), codes(read)];
}

function bare(value: FactValue): string | number | boolean {
  if (value.kind === 'measure') return value.measure.int;
  if (value.kind === 'number') return value.number;
  if (value.kind === 'boolean') return value.boolean;
  if (value.kind === 'coded') return value.code;
  return value.kind === 'date' ? value.date : value.text;
}

function codes({ remarks }: { readonly remarks: readonly { readonly code: string; readonly severity: string }[] }): readonly string[] {
  return remarks.map(({ code, severity }) => (severity === 'information' ? code : `${code}!`));
}

const [sys, dia] = ['tekanan-darah-sistolik', 'tekanan-darah-diastolik'];

describe('a blood pressure in one cell (D16)', () => {
  test.each([
    ['120/80', [`${sys}=120`, `${dia}=80`], []],
    ['120 / 80 mmHg', [`${sys}=120`, `${dia}=80`], ['D16']],
    ['TD: 120/80', [`${sys}=120`, `${dia}=80`], ['D16']],
    ['120-80', [`${sys}=120`, `${dia}=80`], ['D16']],
    ['120', [`${sys}=120`], ['D16']],
    ['168/96 dan 164/94', [`${sys}=168`, `${dia}=96`, `${sys}#2=164`, `${dia}#2=94`], ['D16']],
    ['168/96 164/96', [`${sys}=168`, `${dia}=96`, `${sys}#2=164`, `${dia}#2=96`], ['D16']],
    ['12/8', [], ['D16!']],
    ['80/130', [], ['D14!']],
    ['120/80 dan tinggi', [], ['D16!']],
    ['12 Agustus', [], ['D16!']],
    ['120,80', [], ['D16!']],
  ])('%s comes to %j', (text, facts, remarks) => {
    expect(several('blood-pressure', text)).toEqual([facts, remarks]);
  });
});

describe('the age of a pregnancy', () => {
  test.each([
    ['31', undefined, 31, []],
    ['22 minggu', undefined, 22, ['D12']],
    ['UK 22 mgg', undefined, 22, ['D12']],
    ['22+3', undefined, 22, ['D12']],
    ['22 minggu 3 hari', undefined, 22, ['D12']],
    ['5 bulan', undefined, 21, ['D13!']],
    ['9 bln', undefined, 39, ['D13!']],
    ['5', 'bulan', 21, ['D13!']],
    ['22 minggu', 'bulan', 22, ['D12']],
    ['42', undefined, 42, []],
    ['43', undefined, 43, ['D28!']],
    ['45', undefined, 45, ['D28!']],
    ['46', undefined, undefined, ['D28!']],
    ['45+1', undefined, undefined, ['D28!']],
    ['60 minggu', undefined, undefined, ['D28!']],
    ['22+9', undefined, undefined, ['D12!']],
    ['aterm', undefined, undefined, ['D12!']],
    ['trimester 2', undefined, undefined, ['D12!']],
  ])('%s in a column of %s is %s weeks', (text, unitWord, value, remarks) => {
    expect(one('gestation-weeks', text, unitWord === undefined ? {} : { unitWord })).toEqual([value, remarks]);
  });
});

describe('an interval between children', () => {
  test.each([
    ['3 tahun', undefined, 36, ['D12']],
    ['18 bulan', undefined, 18, ['D12']],
    ['2 th 3 bl', undefined, 27, ['D12']],
    ['1,5 tahun', undefined, 18, ['D12']],
    ['3', 'tahun', 36, []],
    ['18', 'bulan', 18, []],
    ['3', undefined, undefined, ['D13!']],
    ['1,3 tahun', undefined, undefined, ['D12!']],
    ['lama', undefined, undefined, ['D12!']],
  ])('%s in a column of %s is %s months', (text, unitWord, value, remarks) => {
    expect(one('interval-months', text, unitWord === undefined ? {} : { unitWord })).toEqual([value, remarks]);
  });
});

test.each([
  ['G2P1A0', ['gravida=2', 'partus=1', 'abortus=0'], []],
  ['g3 p2 ab0', ['gravida=3', 'partus=2', 'abortus=0'], ['D12']],
  ['GIII P II A0', ['gravida=3', 'partus=2', 'abortus=0'], ['D12']],
  ['G1P0', ['gravida=1', 'partus=0'], ['D12']],
  ['G1P2A0', [], ['D14!']],
  ['G2P1001', [], ['D12!']],
  ['hamil ke-2', [], ['D12!']],
])('the parity %s comes to %j', (text, facts, remarks) => {
  expect(several('gpa', text)).toEqual([facts, remarks]);
});

test.each([
  ['O+', ['golongan-darah=O', 'rhesus=positif'], []],
  ['AB', ['golongan-darah=AB'], []],
  ['b', ['golongan-darah=B'], ['D29']],
  ['0+', ['golongan-darah=O', 'rhesus=positif'], ['D29']],
  ['A Rh positif', ['golongan-darah=A', 'rhesus=positif'], ['D29']],
  ['A Rh-', ['golongan-darah=A', 'rhesus=negatif'], ['D29']],
  ['A-', ['golongan-darah=A'], ['D29!']],
  ['-', [], ['D29']],
  ['Tidak tahu', [], ['D29']],
  ['belum diperiksa', [], ['D29']],
  ['C', [], ['D29!']],
])('the blood group %s comes to %j (D29)', (text, facts, remarks) => {
  expect(several('blood-group', text)).toEqual([facts, remarks]);
});

test.each([
  ['I10', ['diagnosis=I10'], []],
  ['i10', ['diagnosis=I10'], ['D20']],
  ['I10.', ['diagnosis=I10'], ['D20']],
  ['Z00.1 ', ['diagnosis=Z00.1'], []],
  ['J069', ['diagnosis=J06.9'], ['D20']],
  ['Hipertensi (I10)', ['diagnosis=I10'], ['D20']],
  ['K30 - Dyspepsia', ['diagnosis=K30'], ['D20']],
  ['I10; E11.9', ['diagnosis=I10', 'diagnosis=E11.9'], []],
  ['ANC normal', ['diagnosis=Z34.9'], ['D20']],
  ['HT', ['diagnosis=HT'], ['D20']],
  ['ISPA', ['diagnosis=ISPA'], ['D20']],
  ['I10; ISPA', ['diagnosis=I10', 'diagnosis=ISPA'], ['D20']],
  ['b20', ['diagnosis=B20'], ['D20']],
  ['F32.1', ['diagnosis=F32.1'], []],
  ['-', [], []],
])('the diagnosis %s comes to %j (D20)', (text, facts, remarks) => {
  expect(several('diagnosis', text)).toEqual([facts, remarks]);
});

test.each([
  ['081255001101', '+6281255001101', []],
  ['0812-5500-1101', '+6281255001101', ['D25']],
  ['81255001102', '+6281255001102', ['D25']],
  ['+62 812 5500 1103', '+6281255001103', ['D25']],
  ['0813100051', '+62813100051', []],
  ['0541-733001', '+62541733001', ['D25']],
  ['081255001101 / 081355001102', '+6281255001101', ['D25']],
  ['-', undefined, ['D25']],
  ['tidak punya', undefined, ['D25']],
  ['8,12550E+11', undefined, ['D25!']],
  ['0000000000', undefined, ['D25!']],
  ['123', undefined, ['D25!']],
])('the phone %s comes to %s (D25)', (text, value, remarks) => {
  expect(one('phone', text)).toEqual([value, remarks]);
});

test.each([
  ['bpjs', '0009990012345', '0009990012345', []],
  ['bpjs', "'0009990012345", '0009990012345', ['D02']],
  ['bpjs', '00099900123', undefined, ['bpjs-tidak-sah!']],
  ['bpjs', '9,99001E+9', undefined, ['bpjs-tidak-sah!']],
  ['bpjs', '-', undefined, ['D15']],
  ['kk', '3271991002189001', '3271991002189001', []],
  ['kk', '3271-9910-0215-9002', '3271991002159002', ['D02']],
  ['kk', '32719910021', undefined, ['kk-tidak-sah!']],
  ['kk', '0000000000000000', undefined, ['kk-tidak-sah!']],
  ['urine-protein', 'negatif', 'negatif', []],
  ['urine-protein', '-', 'negatif', []],
  ['urine-protein', '(-)', 'negatif', []],
  ['urine-protein', '+', 'positif', []],
  ['urine-protein', '++', '+2', []],
  ['urine-protein', '3+', '+3', []],
  ['urine-protein', 'positif 2', undefined, ['kode-tidak-dikenal!']],
  ['urine-protein', 'positif +2', '+2', []],
  ['urine-protein', 'positif', 'positif', []],
  ['urine-protein', 'trace', undefined, ['kode-tidak-dikenal!']],
  ['glucose', '132', 132, []],
  ['glucose', 'HI', 'HH', []],
  ['glucose', 'Lo', 'LL', []],
  ['count-in-text', '90 tablet', 90, ['D12']],
  ['count-in-text', '1 porsi/hari', undefined, ['D12!']],
  ['age-to-birth', '2 Tahun - 3 Bulan - 5 Hari', 'P2Y3M5D', []],
  ['age-to-birth', '2 th 3 bl', 'P2Y3M0D', []],
  ['age-to-birth', '35 Th', 'P35Y0M0D', []],
  ['age-to-birth', '35', undefined, ['D11!']],
])('%s reads "%s" as %s', (name, text, value, remarks) => {
  expect(one(name, text, { unit: { ucum: 'mg/dL', display: 'mg/dL', smallest: 'mg/dL', perUnit: 1 } })).toEqual([value, remarks]);
});

test('a bare age takes the unit of its column', () => {
  expect(one('age-to-birth', '35', { unitWord: 'tahun' })).toEqual(['P35Y0M0D', []]);
});

test('no remark of a conversion quotes its cell', () => {
  const canary = '7391';
  const read = [
    ...[...conversions.keys()].map((name) => conversions.get(name)?.(plain)(`${canary}x`, day)),
    ...[...factConversions.values()].map(({ convert }) => convert(lists)(`${canary}x`, day)),
  ];
  expect(JSON.stringify(read.map((each) => each?.remarks))).not.toContain(canary);
});
