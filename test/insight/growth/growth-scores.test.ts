// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { loadGrowthTables } from '../../../src/ingest/growth-tables.ts';
import type { LmsTable } from '../../../src/insight/growth/parse-growth-tables.ts';
import { readGrowthCase } from '../../../src/insight/growth/read-growth-case.ts';
import { growthResultColumns, toGrowthCaseResult } from '../../../src/insight/growth/to-growth-case-result.ts';
import type { GrowthInput, ScoreKey } from '../../../src/insight/growth/to-growth-scores.ts';
import { scoreKeys, toGrowthScores } from '../../../src/insight/growth/to-growth-scores.ts';
import { packageRoot } from '../../../src/root.ts';

const tables = await loadGrowthTables(packageRoot);
const sampleFile = new URL('expected-sample.csv', import.meta.url);
const sample = parse<Record<string, string>>(readFileSync(sampleFile, 'utf8'), { columns: true });

/** The measure that lies exactly z standard deviations from the median, within 3 SD: the formula turned round. */
function measureAt(table: LmsTable, key: number, z: number): number {
  const [l = NaN, m = NaN, s = NaN] = table.lms.subarray((key - table.firstKey) * 3);
  return m * (1 + l * s * z) ** (1 / l);
}

function scoresOf(input: GrowthInput): Readonly<Record<ScoreKey, number | null>> {
  const scores = toGrowthScores(input, tables);
  return Object.fromEntries(scoreKeys.map((key) => [key, scores[key]])) as Record<ScoreKey, number | null>;
}

const months = (count: number): number => count * 30.4375;

describe('scores of WHO software', () => {
  test('the sample holds all cases that may be passed on', () => {
    expect(sample).toHaveLength(132);
  });

  test.each(sample.map((row) => [row['case_id'] ?? '', row] as const))('%s has the scores and flags that WHO computes', (_, row) => {
    const read = readGrowthCase(row);
    const result = read.ok ? toGrowthCaseResult(read.value, toGrowthScores(read.value.input, tables)) : null;
    const assertsAbsence = !/-tests$|-readme$/.test(row['source'] ?? '');
    const asserted = growthResultColumns.filter((column) => assertsAbsence || row[column] !== '');

    expect(asserted.filter((column) => !isSame(row[column] ?? '', result?.[column] ?? null))).toEqual([]);
  });
});

/** Equal as text, or as numbers within the tolerance of 0.01 after rounding to two decimals. */
function isSame(expected: string, actual: string | number | null): boolean {
  if (expected === '' || typeof actual !== 'number') return String(actual ?? '') === expected;
  return Math.abs(actual - Number(expected)) < 0.0101;
}

describe('boundaries of the standards', () => {
  const scored = [
    ['weightForAge', 'zs-bb-u', [0, 1, 365, 730, 731, 1826], (at: number, y: number) => ({ ageDays: at, weightG: y * 1000 })],
    ['lengthForAge', 'zs-tb-u', [0, 365, 730, 731, 1826], (at: number, y: number) => ({ ageDays: at, lengthMm: y * 10 })],
    ['headForAge', 'zs-lk-u', [0, 730, 1826], (at: number, y: number) => ({ ageDays: at, headMm: y * 10 })],
    ['armForAge', 'zs-lila-u', [91, 730, 1826], (at: number, y: number) => ({ ageDays: at, armMm: y * 10 })],
    ['bmiForAge', 'zs-imt-u', [0, 730, 731, 1826], (at: number, y: number) => ({ ageDays: at, lengthMm: 1000, weightG: y * 1000 })],
    ['weightForLength', 'zs-bb-tb', [450, 451, 869, 1100], (at: number, y: number) => ({ ageDays: 730, lengthMm: at, weightG: y * 1000 })],
    ['weightForHeight', 'zs-bb-tb', [650, 870, 1200], (at: number, y: number) => ({ ageDays: 731, lengthMm: at, weightG: y * 1000 })],
    ['weightForMonth', 'zs-bb-u', [60, 61, 120], (at: number, y: number) => ({ ageDays: months(at), weightG: y * 1000 })],
    ['heightForMonth', 'zs-tb-u', [60, 61, 228], (at: number, y: number) => ({ ageDays: months(at), lengthMm: y * 10 })],
    ['bmiForMonth', 'zs-imt-u', [60, 61, 228], (at: number, y: number) => ({ ageDays: months(at), lengthMm: 1000, weightG: y * 1000 })],
  ] as const;

  const cases = scored.flatMap(([table, key, ats, toInput]) => ats.map((at) => ({ table, key, at, toInput })));

  test.each(cases)('$key at $at of $table gives back every score from -3 to +3', ({ table, key, at, toInput }) => {
    for (const sex of ['L', 'P'] as const) {
      for (const z of [-3, -2, -1, 0, 1, 2, 3]) {
        expect(scoresOf({ sex, ...toInput(at, measureAt(tables[sex][table], at, z)) })[key]).toBeCloseTo(z, 9);
      }
    }
  });

  test.each([
    ['a child of five by months, LK and LiLA', { ageDays: months(60), headMm: 500, armMm: 160 }],
    ['a child of five by months, BB/TB', { ageDays: months(60), weightG: 18_000, lengthMm: 1090, oedema: true }],
    ['weight alone after ten years', { ageDays: months(120.01), weightG: 30_000 }],
    ['anything after nineteen years', { ageDays: months(228.01), weightG: 60_000, lengthMm: 1700 }],
    ['a child not yet born', { ageDays: -1, weightG: 3000, lengthMm: 500, headMm: 340 }],
    ['LiLA before 91 days', { ageDays: 90, armMm: 120 }],
    ['measures of zero', { ageDays: 400, weightG: 0, lengthMm: 0, headMm: 0, armMm: 0 }],
    ['negative measures', { ageDays: 400, weightG: -8000, lengthMm: -700, headMm: -1, armMm: -1 }],
    ['measures that are no numbers', { ageDays: NaN, weightG: NaN, lengthMm: Infinity, headMm: NaN, armMm: -Infinity }],
  ])('%s: no weight, head or arm score is given', (_, input) => {
    const { 'zs-tb-u': height, ...others } = scoresOf({ sex: 'L', ...input });

    expect(Object.values(others)).toEqual([null, null, null, null, null]);
    expect(height === null).toBe(!('oedema' in input));
  });

  test.each([
    [449, 730, null],
    [450, 730, 'wfl'],
    [1100, 730, 'wfl'],
    [1101, 730, null],
    [649, 731, null],
    [650, 731, 'wfh'],
    [1200, 731, 'wfh'],
    [1201, 731, null],
  ])('a child of %d mm and %d days is scored by weight-for-length below 731 days, else weight-for-height', (lengthMm, ageDays, table) => {
    const weightG = 10_000;
    const expected = table === null ? null : expect.any(Number);

    expect(scoresOf({ sex: 'P', ageDays, lengthMm, weightG })['zs-bb-tb']).toEqual(expected);
  });

  test.each([
    ['87 cm is standing', 870, undefined, 'weightForHeight'],
    ['below 87 cm is lying', 869, undefined, 'weightForLength'],
    ['a recorded position wins over 87 cm', 869, 'berdiri', 'weightForHeight'],
    ['a recorded position wins over 87 cm', 870, 'telentang', 'weightForLength'],
  ] as const)('without an age %s', (_, lengthMm, position, table) => {
    const weightG = measureAt(tables.L[table], lengthMm, 1) * 1000;

    expect(scoresOf({ sex: 'L', lengthMm, weightG, position })['zs-bb-tb']).toBe(1);
  });

  test.each([
    { what: 'standing below two years', ageDays: 730, position: 'berdiri', lengthMm: 800, converted: 807 },
    { what: 'lying from two years', ageDays: 731, position: 'telentang', lengthMm: 800, converted: 793 },
    { what: 'lying below two years', ageDays: 730, position: 'telentang', lengthMm: 800, converted: null },
    { what: 'standing from two years', ageDays: 731, position: 'berdiri', lengthMm: 800, converted: null },
    { what: 'a position not recorded below two years', ageDays: 730, position: undefined, lengthMm: 800, converted: null },
    { what: 'a position not recorded from two years', ageDays: 731, position: undefined, lengthMm: 800, converted: null },
    { what: 'standing at 273 days, below nine months', ageDays: 273, position: 'berdiri', lengthMm: 700, converted: null },
    { what: 'standing at 274 days, nine months', ageDays: 274, position: 'berdiri', lengthMm: 700, converted: 707 },
    { what: 'lying at five years', ageDays: 1830, position: 'telentang', lengthMm: 1000, converted: null },
  ] as const)('$what: the length is converted only where WHO says so', ({ ageDays, position, lengthMm, converted }) => {
    const scores = toGrowthScores({ sex: 'L', ageDays, position, lengthMm }, tables);

    expect(scores['tinggi-badan-terkoreksi']).toBe(converted);
    expect(scores.standingBelowNineMonths).toBe(ageDays < 274);
  });

  test('oedema leaves length, head and arm scored and nothing that hangs on weight', () => {
    const swollen = scoresOf({ sex: 'P', ageDays: 500, weightG: 9000, lengthMm: 760, headMm: 450, armMm: 140, oedema: true });

    expect(scoreKeys.filter((key) => swollen[key] !== null)).toEqual(['zs-tb-u', 'zs-lk-u', 'zs-lila-u']);
  });

  test('a score between two millimetres lies between its neighbours', () => {
    const at = (lengthMm: number): number => scoresOf({ sex: 'L', ageDays: 400, lengthMm, weightG: 12_000 })['zs-bb-tb'] ?? NaN;

    expect(at(600.5)).toBeCloseTo((at(600) + at(601)) / 2, 1);
    expect(at(600)).toBeGreaterThan(at(601));
  });

  test.each([
    ['zs-bb-u', { weightG: 120_000 }, 1350],
    ['zs-tb-u', { lengthMm: 1300 }, 400],
    ['zs-bb-tb', { lengthMm: 600, weightG: 30_000 }, 700],
    ['zs-lk-u', { headMm: 700 }, 700],
    ['zs-lila-u', { armMm: 400 }, 700],
  ] as const)('an impossible %s is kept and marked implausible', (key, input, ageDays) => {
    const scores = toGrowthScores({ sex: 'L', ageDays, ...input }, tables);

    expect(scores[key]).not.toBeNull();
    expect(scores.implausible).toContain(key);
  });

  test('120 kg at 1350 days scores 37.50, far beyond the limit of 5', () => {
    expect(scoresOf({ sex: 'L', ageDays: 1350, weightG: 120_000 })['zs-bb-u']).toBeCloseTo(37.5, 2);
  });
});

describe('whatever is measured', () => {
  const wild = fc.oneof(fc.double(), fc.integer({ min: -10, max: 200_000 }), fc.constant(undefined));
  const anyInput: fc.Arbitrary<GrowthInput> = fc.record({
    sex: fc.constantFrom('L', 'P'),
    ageDays: fc.oneof(wild, fc.double({ min: 0, max: 7300, noNaN: true })),
    weightG: wild,
    lengthMm: fc.oneof(wild, fc.integer({ min: 400, max: 2000 })),
    position: fc.constantFrom('telentang', 'berdiri', undefined),
    headMm: wild,
    armMm: wild,
    oedema: fc.constantFrom(true, false, undefined),
  });

  test('a score is null or a finite number of two decimals, and nothing throws', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const z of Object.values(scoresOf(input))) {
          if (z === null) continue;
          expect(Number.isFinite(z)).toBe(true);
          expect(Object.is(z, -0)).toBe(false);
          if (Math.abs(z) < 1e9) expect(Math.round(z * 100) / 100).toBe(z);
        }
      }),
      { seed: 20250812, numRuns: 500 },
    );
  });

  test('a heavier child never scores lower', () => {
    const weights = fc.tuple(fc.integer({ min: 1, max: 120_000 }), fc.integer({ min: 1, max: 120_000 }));
    const child = fc.record({
      sex: fc.constantFrom('L' as const, 'P' as const),
      ageDays: fc.integer({ min: 0, max: 6939 }),
      lengthMm: fc.integer({ min: 450, max: 1900 }),
    });
    fc.assert(
      fc.property(child, weights, (each, [one, other]) => {
        const lighter = scoresOf({ ...each, weightG: Math.min(one, other) });
        const heavier = scoresOf({ ...each, weightG: Math.max(one, other) });
        for (const key of ['zs-bb-u', 'zs-bb-tb', 'zs-imt-u'] as const) expect((heavier[key] ?? 0) >= (lighter[key] ?? 0)).toBe(true);
      }),
      { seed: 20250812, numRuns: 500 },
    );
  });
});
