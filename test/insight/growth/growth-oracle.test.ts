// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadGrowthTables } from '../../../src/ingest/growth-tables.ts';
import { readGrowthCase } from '../../../src/insight/growth/read-growth-case.ts';
import { growthResultColumns, toGrowthCaseResult } from '../../../src/insight/growth/to-growth-case-result.ts';
import { toGrowthScores } from '../../../src/insight/growth/to-growth-scores.ts';
import { packageRoot } from '../../../src/root.ts';

const tables = await loadGrowthTables(packageRoot);

// A second implementation, written from WHO's formula alone and sharing no line with the first: rows by their printed key, decimal centimetres,
// one function an index. Whatever both get wrong in the same way is caught by WHO's own figures (expected-sample.csv).

type Lms = readonly [number, number, number];

function readTable(file: string): ReadonlyMap<string, Lms> {
  const [head = '', ...lines] = readFileSync(join(packageRoot, 'programme', 'growth', file), 'utf8')
    .trim()
    .split(/\r?\n/);
  const names = head.split(',');
  const at = (cells: readonly string[], name: string): number => Number(cells[names.indexOf(name)]);
  const key = names.find((name) => !['sex', 'l', 'm', 's', 'loh', 'lorh'].includes(name)) ?? '';
  return new Map(
    lines.map((line) => {
      const cells = line.split(',');
      return [
        `${cells[names.indexOf('sex')] ?? ''}|${at(cells, key).toFixed(1)}`,
        [at(cells, 'l'), at(cells, 'm'), at(cells, 's')],
      ] as const;
    }),
  );
}

const files = Object.fromEntries(
  ['wfa_0_5', 'lhfa_0_5', 'bfa_0_5', 'hcfa_0_5', 'acfa_0_5', 'wfl', 'wfh', 'bfa_5_19', 'hfa_5_19', 'wfa_5_10'].map(
    (name) => [name, readTable(`${name}.csv`)] as const,
  ),
);

function lmsAt(file: string, sex: string, key: number, step: number): Lms | null {
  const rows = files[file];
  const below = Math.floor(key / step + 1e-9) * step;
  const share = (key - below) / step;
  const low = rows?.get(`${sex}|${below.toFixed(1)}`);
  if (low === undefined) return null;
  if (share < 1e-9) return low;
  const high = rows?.get(`${sex}|${(below + step).toFixed(1)}`);
  if (high === undefined) return null;
  return [0, 1, 2].map((part) => (low[part] ?? NaN) * (1 - share) + (high[part] ?? NaN) * share) as unknown as Lms;
}

function zOf(lms: Lms | null, y: number): number | null {
  if (lms === null || Number.isNaN(y) || y <= 0) return null;
  const [l, m, s] = lms;
  const sd = (k: number): number => m * Math.pow(1 + l * s * k, 1 / l);
  let z = (Math.pow(y / m, l) - 1) / (s * l);
  if (z > 3) z = 3 + (y - sd(3)) / (sd(3) - sd(2));
  else if (z < -3) z = -3 + (y - sd(-3)) / (sd(-2) - sd(-3));
  return z;
}

interface Case {
  readonly sex: '1' | '2';
  readonly age: { readonly unit: 'age_days' | 'age_months'; readonly value: number } | null;
  readonly weight: number | null;
  readonly lenhei: number | null;
  readonly measure: '' | 'l' | 'h';
  readonly headc: number | null;
  readonly armc: number | null;
  readonly oedema: '' | 'n' | 'y';
}

type Scores = Readonly<Record<'zlen' | 'zwei' | 'zwfl' | 'zbmi' | 'zhc' | 'zac', number | null>>;
interface Expected {
  readonly clenhei: number | null;
  readonly cmeasure: string | null;
  readonly c9mo_flag: number | null;
  readonly z: Scores;
}

function judgeAlike(c: Case): Expected {
  const days = c.age === null ? null : c.age.unit === 'age_days' ? c.age.value : c.age.value * 30.4375;
  const months = c.age === null ? null : c.age.unit === 'age_days' ? c.age.value / 30.4375 : c.age.value;
  return months !== null && months >= 60
    ? judgeSchool(c, months)
    : judgeUnderFive(c, days === null ? null : Math.floor(days + 0.5), months);
}

function judgeSchool(c: Case, months: number): Expected {
  const weight = c.oedema === 'y' ? null : c.weight;
  const of = (file: string, until: number, y: number | null): number | null =>
    months > until || y === null ? null : zOf(lmsAt(file, c.sex, months, 1), y);
  const z = {
    zlen: of('hfa_5_19', 228, c.lenhei),
    zwei: of('wfa_5_10', 120, weight),
    zwfl: null,
    zbmi: of('bfa_5_19', 228, bmiOf(weight, c.lenhei)),
    zhc: null,
    zac: null,
  };
  return { clenhei: null, cmeasure: null, c9mo_flag: null, z };
}

function judgeUnderFive(c: Case, day: number | null, months: number | null): Expected {
  const isTooYoungToStand = c.measure === 'h' && months !== null && months < 9;
  const measure = isTooYoungToStand ? '' : c.measure;
  const cm = c.lenhei === null ? null : c.lenhei + conversionOf(day, measure);
  const z = scoreUnderFive(c, day, measure, cm);
  return { clenhei: cm, cmeasure: measure === '' ? null : measure, c9mo_flag: isTooYoungToStand ? 1 : 0, z };
}

function scoreUnderFive(c: Case, day: number | null, measure: string, cm: number | null): Scores {
  const weight = c.oedema === 'y' ? null : c.weight;
  const byDay = (file: string, y: number | null): number | null => (day === null || y === null ? null : zOf(lmsAt(file, c.sex, day, 1), y));
  return {
    zlen: byDay('lhfa_0_5', cm),
    zwei: byDay('wfa_0_5', weight),
    zwfl: cm === null || weight === null ? null : zOf(lmsAt(tableFor(day, measure, cm), c.sex, cm, 0.1), weight),
    zbmi: byDay('bfa_0_5', bmiOf(weight, cm)),
    zhc: byDay('hcfa_0_5', c.headc),
    zac: byDay('acfa_0_5', c.armc),
  };
}

function bmiOf(weight: number | null, cm: number | null): number | null {
  return weight !== null && cm !== null && weight > 0 && cm > 0 ? weight / (cm / 100) ** 2 : null;
}

function conversionOf(day: number | null, measure: string): number {
  if (day === null) return 0;
  if (day < 731) return measure === 'h' ? 0.7 : 0;
  return measure === 'l' ? -0.7 : 0;
}

function tableFor(day: number | null, measure: string, cm: number): 'wfl' | 'wfh' {
  if (day !== null) return day < 731 ? 'wfl' : 'wfh';
  if (measure !== '') return measure === 'l' ? 'wfl' : 'wfh';
  return cm < 87 ? 'wfl' : 'wfh';
}

const limits = { zlen: [-6, 6], zwei: [-6, 5], zwfl: [-5, 5], zbmi: [-5, 5], zhc: [-5, 5], zac: [-5, 5] } as const;

/** What disagrees between the two for one case, in words; empty when they agree. */
function differences(c: Case): readonly string[] {
  const cell = (value: number | null): string => (value === null ? '' : String(value));
  const read = readGrowthCase({
    ...{ case_id: 'x', sex: c.sex, weight_kg: cell(c.weight), lenhei_cm: cell(c.lenhei), measure: c.measure },
    ...{ headc_cm: cell(c.headc), armc_cm: cell(c.armc), oedema: c.oedema },
    ...(c.age !== null && { [c.age.unit]: cell(c.age.value) }),
  });
  if (!read.ok) return [JSON.stringify(read.issues)];
  const ours = toGrowthCaseResult(read.value, toGrowthScores(read.value.input, tables));
  const theirs = judgeAlike(c);
  const keys = ['zlen', 'zwei', 'zwfl', 'zbmi', 'zhc', 'zac'] as const;
  return [
    ...keys.filter((key) => !isScoreAlike(ours[key], theirs.z[key])),
    ...keys.filter(
      (key) => !isFlagAlike(ours[growthResultColumns[growthResultColumns.indexOf(key) + 1] ?? key], theirs.z[key], limits[key]),
    ),
    ...(['cmeasure', 'c9mo_flag'] as const).filter((key) => ours[key] !== theirs[key]),
    ...(Math.abs(Number(ours.clenhei) - Number(theirs.clenhei)) > 1e-6 ? ['clenhei'] : []),
  ].map((what) => `${what}: ${JSON.stringify(c)} ${JSON.stringify(ours)} ${JSON.stringify(theirs)}`);
}

function isScoreAlike(ours: string | number | null, theirs: number | null): boolean {
  if (typeof ours !== 'number' || theirs === null) return ours === theirs;
  return Math.abs(ours - theirs) <= 0.005 + 1e-6 * Math.max(1, Math.abs(theirs));
}

/** A score within rounding of a limit may fall on either side; everything else must be flagged alike. */
function isFlagAlike(flag: string | number | null, z: number | null, [low, high]: readonly [number, number]): boolean {
  if (z === null) return flag === null;
  if (Math.min(Math.abs(z - low), Math.abs(z - high)) < 0.006) return flag === 0 || flag === 1;
  return flag === Number(z < low || z > high);
}

const sexes = ['1', '2'] as const;
const measures = ['', 'l', 'h'] as const;
const blank = { weight: null, lenhei: null, measure: '', headc: null, armc: null, oedema: '' } as const;

describe('a second implementation of the WHO formula', () => {
  const tenth = (from: number, to: number): fc.Arbitrary<number> => fc.integer({ min: from * 10, max: to * 10 }).map((each) => each / 10);
  const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 12 });
  const hundredth = (from: number, to: number): fc.Arbitrary<number> => fc.integer({ min: from * 100, max: to * 100 }).map((n) => n / 100);
  const ages = fc.oneof(
    fc.integer({ min: 0, max: 1860 }).map((value) => ({ unit: 'age_days' as const, value })),
    fc.integer({ min: 0, max: 7100 }).map((value) => ({ unit: 'age_days' as const, value })),
    hundredth(0, 235).map((value) => ({ unit: 'age_months' as const, value })),
    fc.integer({ min: 0, max: 230 }).map((value) => ({ unit: 'age_months' as const, value })),
    fc.constantFrom(...[0, 90, 91, 273, 274, 730, 731, 1826, 1827].map((value) => ({ unit: 'age_days' as const, value }))),
    fc.constantFrom(
      ...[8.99, 9, 23.99, 24, 59.99, 60, 60.01, 120, 120.01, 228, 228.01].map((value) => ({ unit: 'age_months' as const, value })),
    ),
  );
  const anyCase: fc.Arbitrary<Case> = fc.record({
    sex: fc.constantFrom(...sexes),
    age: maybe(ages),
    weight: maybe(fc.oneof(tenth(-1, 40), hundredth(0, 130))),
    lenhei: maybe(fc.oneof(tenth(40, 125), hundredth(40, 125), tenth(-1, 200))),
    measure: fc.constantFrom(...measures),
    headc: maybe(fc.oneof(tenth(25, 60), tenth(-1, 80))),
    armc: maybe(fc.oneof(tenth(6, 30), tenth(-1, 40))),
    oedema: fc.constantFrom('', 'n', 'n', 'y'),
  });

  test('agrees on 4,000 children of any age, size and gap', () => {
    fc.assert(
      fc.property(anyCase, (c) => {
        expect(differences(c)).toEqual([]);
      }),
      { seed: 20250812, numRuns: 4000 },
    );
  });

  test('agrees on every day of the first five years, lying, standing and unrecorded, far below and far above the median', () => {
    const found: string[] = [];
    for (let day = 0; day <= 1830; day += 1) {
      const measure = measures[day % 3] ?? '';
      const lenhei = [42.3, 71.45, 88, 109.3, 126][day % 5] ?? 0;
      const weight = [0.9, 6.35, 12, 24.7, 41][day % 5] ?? 0;
      for (const sex of sexes) {
        found.push(
          ...differences({
            ...blank,
            sex,
            age: { unit: 'age_days', value: day },
            weight,
            lenhei,
            measure,
            headc: 30 + (day % 30),
            armc: 7 + (day % 20),
          }),
        );
      }
    }
    expect(found).toEqual([]);
  });

  test('agrees at each tenth and twentieth of a centimetre of both length tables, with and without an age', () => {
    const found: string[] = [];
    for (let step = 880; step <= 2420; step += 1) {
      const lenhei = step / 20;
      for (const [sex, measure] of sexes.flatMap((each) => measures.map((m) => [each, m] as const))) {
        for (const value of [null, 730, 731]) {
          const age = value === null ? null : { unit: 'age_days' as const, value };
          found.push(...differences({ ...blank, sex, measure, lenhei, age, weight: lenhei / 7 }));
        }
      }
    }
    expect(found).toEqual([]);
  });
});

describe('ages in months', () => {
  const zwei = (cells: Readonly<Record<string, string>>): unknown => {
    const read = readGrowthCase({ case_id: 'x', sex: '1', weight_kg: '10', ...cells });
    return read.ok ? toGrowthCaseResult(read.value, toGrowthScores(read.value.input, tables)).zwei : read.issues;
  };

  // 24 months = 730.5 days, rounded half up to 731; 8 months = 243.5 to 244; 12 = 365.25 to 365.
  test.each([
    ['24', '731'],
    ['8', '244'],
    ['12', '365'],
    ['59.99', '1826'],
  ])('%s months are scored on day %s', (months, days) => {
    expect(zwei({ age_months: months })).toBe(zwei({ age_days: days }));
  });

  test('NA, m and f are read as R writes them, .5 and 1e1 as numbers', () => {
    expect(zwei({ age_days: '700', sex: 'M', lenhei_cm: 'NA', measure: 'NA', oedema: 'NA' })).toBe(zwei({ age_days: '700' }));
    expect(zwei({ age_days: '700', sex: 'f', weight_kg: '1e1' })).toBe(zwei({ age_days: '700', sex: '2' }));
    expect(zwei({ age_days: '7', weight_kg: '.5' })).toEqual(expect.any(Number));
  });
});
