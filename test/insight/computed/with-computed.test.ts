import { describe, expect, test } from '@jest/globals';
import { loadGrowthTables, loadGrowthThresholds } from '../../../src/ingest/growth-tables.ts';
import { readProgrammeFiles } from '../../../src/ingest/programme-files.ts';
import { withComputed, type ComputingFacts } from '../../../src/insight/computed/with-computed.ts';
import { compileProgramme } from '../../../src/map/compile-programme.ts';
import type { Element } from '../../../src/map/visit.ts';
import { packageRoot } from '../../../src/root.ts';

const compiled = compileProgramme(await readProgrammeFiles(packageRoot));
if (!compiled.ok) throw new Error(compiled.issues.map(({ text }) => text).join('\n'));
const tables = {
  programme: compiled.value,
  growth: await loadGrowthTables(packageRoot),
  thresholds: await loadGrowthThresholds(packageRoot),
};

const boy: ComputingFacts = { person: { birthDate: '2023-06-07', sex: 'L' }, weighings: [] };
const date = '2025-08-12';
const anInt = (key: string, int: number): Element => ({
  key,
  ordinal: 1,
  value: { kind: 'quantity', int, written: String(int) },
  cell: key,
});
const aCode = (key: string, code: string): Element => ({ key, ordinal: 1, value: { kind: 'coded', code }, cell: key });
const aDose = (code: string, fields: Element['fields'] = {}): Element => ({ ...aCode('imunisasi', code), fields });

function compute(elements: readonly Element[], facts: ComputingFacts = boy, on = date): ReadonlyMap<string, Element> {
  const all = withComputed({ date: on, elements }, facts, tables).elements;
  return new Map(all.filter(({ from }) => from !== undefined).map((element) => [element.key, element]));
}

function show(computed: ReadonlyMap<string, Element>): unknown {
  return Object.fromEntries(
    [...computed].map(([key, { value, fields }]) => [
      key,
      value.kind === 'quantity'
        ? [value.int, fields?.['status']?.kind === 'coded' ? fields['status'].code : null]
        : value.kind === 'boolean'
          ? value.boolean
          : value,
    ]),
  );
}

const measured = [anInt('berat-badan', 11_400), anInt('tinggi-badan', 860), anInt('lingkar-kepala', 475)];

describe('what is computed of a visit', () => {
  test('are the scores of all its measures, standing from two years on where nobody said how', () => {
    expect(show(compute(measured))).toEqual({
      'skor-z-bb-u': [-86, 'normal'],
      'skor-z-tb-u': [-93, 'normal'],
      'skor-z-bb-tb': [-55, 'gizi-baik'],
      'skor-z-imt-u': [-43, 'gizi-baik'],
      'indeks-massa-tubuh': [1541, null],
      'skor-z-lk-u': [-74, 'normal'],
    });
  });

  test('rests on the measures by key and ordinal, and bears the cell of the first', () => {
    const second = { ...anInt('berat-badan', 11_400), ordinal: 2, cell: 'BB' };
    const score = compute([second, anInt('tinggi-badan', 860)]).get('skor-z-bb-tb');
    expect(score).toMatchObject({
      cell: 'BB',
      from: [
        { key: 'berat-badan', ordinal: 2 },
        { key: 'tinggi-badan', ordinal: 1 },
      ],
    });
  });

  test.each([
    ['telentang', '2023-06-07', ['skor-z-pb-u', 'skor-z-bb-pb']],
    ['berdiri', '2023-06-07', ['skor-z-tb-u', 'skor-z-bb-tb']],
    [undefined, '2023-06-07', ['skor-z-tb-u', 'skor-z-bb-tb']],
    // The day before a child is measured standing, and that day: 730 and 731 days.
    [undefined, '2023-08-13', ['skor-z-pb-u', 'skor-z-bb-pb']],
    [undefined, '2023-08-12', ['skor-z-tb-u', 'skor-z-bb-tb']],
    // Nobody stands before nine months.
    ['berdiri', '2025-01-20', ['skor-z-pb-u', 'skor-z-bb-pb']],
  ])('measured %s, born %s, bears the code of that position', (position, birthDate, keys) => {
    const small = birthDate > '2025' ? [anInt('berat-badan', 7400), anInt('tinggi-badan', 670)] : measured;
    const elements = position === undefined ? small : [...small, aCode('cara-ukur', position)];
    const found = [...compute(elements, { ...boy, person: { birthDate, sex: 'L' } }).keys()];
    expect(found.filter((key) => /-(pb|tb)(-u)?$/.test(key))).toEqual(keys);
  });

  test.each([
    ['no birth date', { person: { sex: 'L' }, weighings: [] }],
    ['no sex', { person: { birthDate: '2023-06-07' }, weighings: [] }],
    ['a grown-up', { person: { birthDate: '1990-06-07', sex: 'P' }, weighings: [] }],
  ] as const)('is nothing of %s', (_who, facts) => {
    expect(compute(measured, facts).size).toBe(0);
  });

  test('leaves out what is implausible, and what rests on it', () => {
    const found = compute([anInt('berat-badan', 30_000), anInt('tinggi-badan', 860)], {
      ...boy,
      weighings: [{ date: '2025-07-10', weightG: 11_000 }],
    });
    expect([...found.keys()]).toEqual(['skor-z-tb-u']);
  });

  test('leaves out every score of a weight where both feet are swollen, and what waits to be confirmed', () => {
    const swollen: Element = { key: 'edema-bilateral', ordinal: 1, value: { kind: 'boolean', boolean: true }, cell: 'e' };
    expect([...compute([...measured, swollen]).keys()]).toEqual(['skor-z-tb-u', 'skor-z-lk-u']);
    expect([...compute(measured.map((element) => ({ ...element, unconfirmed: true as const }))).keys()]).toEqual([]);
  });

  test('has no class for a large head, whose code nobody has seen, but says the score', () => {
    expect(show(compute([anInt('lingkar-kepala', 530)]))).toEqual({ 'skor-z-lk-u': [326, 'makrosefali'] });
  });

  test('takes the weeks missing to term off the age', () => {
    const early = { person: { birthDate: '2025-02-12', sex: 'P' as const }, weighings: [] };
    const weight = [anInt('berat-badan', 5200)];
    const [term, preterm] = [compute(weight, early), compute(weight, { ...early, gestationWeeks: 32 })];
    expect(term.get('skor-z-bb-u')?.value).not.toEqual(preterm.get('skor-z-bb-u')?.value);
    expect(preterm.get('skor-z-bb-u')?.value).toEqual(
      compute(weight, { ...early, person: { ...early.person, birthDate: '2025-04-09' } }).get('skor-z-bb-u')?.value,
    );
  });
});

describe('the judgement of a weighing', () => {
  const judged = (weightG: number, before: string): unknown => {
    const found = show(compute([anInt('berat-badan', weightG)], { ...boy, weighings: [{ date: before, weightG: 11_200 }] }));
    const { 'skor-z-bb-u': _score, ...rest } = found as Readonly<Record<string, unknown>>;
    return rest;
  };

  test('is N at the least gain of the age, and T a gram below it', () => {
    expect(judged(11_400, '2025-07-10')).toEqual({
      'bb-naik-adekuat': true,
      'bb-tidak-naik': false,
      'status-kenaikan-bb': { kind: 'coded', code: 'naik-adekuat' },
    });
    expect(judged(11_399, '2025-07-10')).toEqual({
      'bb-naik-adekuat': false,
      'bb-tidak-naik': true,
      'status-kenaikan-bb': { kind: 'coded', code: 'tidak-adekuat' },
    });
  });

  test('says nothing where the month before was not weighed (O), or nothing came before (B)', () => {
    expect(judged(11_400, '2025-06-30')).toEqual({});
    expect(judged(11_400, '2025-08-13')).toEqual({});
  });
});

describe('the timing of a dose', () => {
  const timing = (dose: Element, birthDate: string): unknown => {
    const [made] = withComputed({ date, elements: [dose] }, { ...boy, person: { birthDate, sex: 'L' } }, tables).elements;
    return made?.fields?.['waktu'];
  };

  // MR1 is due at nine months and late from the 31st day after.
  test.each([
    ['2024-11-12', 'ideal'],
    ['2024-10-13', 'ideal'],
    ['2024-10-12', 'kejar'],
  ])('of MR1, born %s, is %s', (birthDate, code) => {
    expect(timing(aDose('MR1'), birthDate)).toEqual({ kind: 'coded', code });
  });

  test.each([
    ['came too soon to count', aDose('MR1'), '2024-11-13'],
    ['was not given', aDose('MR1', { diberikan: { kind: 'boolean', boolean: false } }), '2024-11-12'],
    ['is history without a date', aDose('MR1', { primarySource: { kind: 'boolean', boolean: false } }), '2024-11-12'],
    ['is one of a campaign', aDose('MR1', { kegiatan: { kind: 'text', text: 'PIN' } }), '2024-11-12'],
    ['has no age in the schedule', aDose('HPV1'), '2014-06-07'],
  ])('is not said of a dose that %s', (_why, dose, birthDate) => {
    expect(timing(dose, birthDate)).toBeUndefined();
  });

  test('is that of the day on which the dose was given', () => {
    expect(timing(aDose('MR1', { date: { kind: 'date', date: '2025-05-01' } }), '2024-07-20')).toEqual({ kind: 'coded', code: 'ideal' });
  });
});
