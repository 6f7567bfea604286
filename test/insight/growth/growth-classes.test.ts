import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { loadGrowthTables, loadGrowthThresholds } from '../../../src/ingest/growth-tables.ts';
import type { GrowthThresholds } from '../../../src/insight/growth/growth-thresholds-schema.ts';
import { parseGrowthThresholds } from '../../../src/insight/growth/parse-growth-thresholds.ts';
import { toGrowthClasses } from '../../../src/insight/growth/to-growth-classes.ts';
import type { StatusKey } from '../../../src/insight/growth/to-growth-classes.ts';
import type { GrowthInput, ScoreKey } from '../../../src/insight/growth/to-growth-scores.ts';
import { scoreKeys, toGrowthScores } from '../../../src/insight/growth/to-growth-scores.ts';
import { packageRoot } from '../../../src/root.ts';

const tables = await loadGrowthTables(packageRoot);
const thresholds = await loadGrowthThresholds(packageRoot);

function classOf(status: StatusKey, score: ScoreKey, z: number, ageMonths: number): string | null {
  const none = Object.fromEntries(scoreKeys.map((key) => [key, null])) as Record<ScoreKey, null>;
  return toGrowthClasses({ ...none, [score]: z, ageMonths }, thresholds)[status];
}

describe('classes of Permenkes 2/2020', () => {
  const underFive = [
    'gizi-kurang',
    'gizi-baik',
    'gizi-baik',
    'berisiko-gizi-lebih',
    'berisiko-gizi-lebih',
    'gizi-lebih',
    'gizi-lebih',
    'obesitas',
  ];
  const school = ['gizi-kurang', 'gizi-baik', 'gizi-baik', 'gizi-lebih', 'gizi-lebih', 'obesitas', 'obesitas', 'obesitas'];
  const weight = ['kurang', 'normal', 'normal', 'risiko-lebih', 'risiko-lebih', 'risiko-lebih', 'risiko-lebih', 'risiko-lebih'];
  const height = ['pendek', 'normal', 'normal', 'normal', 'normal', 'normal', 'normal', 'tinggi'];
  const head = ['mikrosefali', 'normal', 'normal', 'normal', 'normal', 'makrosefali', 'makrosefali', 'makrosefali'];

  test.each([
    { status: 'status-bb-u', score: 'zs-bb-u', ageMonths: 24, lowest: 'sangat-kurang', classes: weight },
    { status: 'status-tb-u', score: 'zs-tb-u', ageMonths: 24, lowest: 'sangat-pendek', classes: height },
    { status: 'status-bb-tb', score: 'zs-bb-tb', ageMonths: 24, lowest: 'gizi-buruk', classes: underFive },
    { status: 'status-imt-u', score: 'zs-imt-u', ageMonths: 59.9, lowest: 'gizi-buruk', classes: underFive },
    { status: 'status-imt-u', score: 'zs-imt-u', ageMonths: 60, lowest: 'gizi-buruk', classes: school },
    { status: 'status-lk-u', score: 'zs-lk-u', ageMonths: 24, lowest: 'mikrosefali', classes: head },
  ] as const)(
    '$status at $ageMonths months changes its class just beyond -3, -2, +1, +2 and +3',
    ({ status, score, ageMonths, lowest, classes }) => {
      const at = (z: number): string | null => classOf(status, score, z, ageMonths);

      expect(at(-3.01)).toBe(lowest);
      expect(at(-3)).toBe(classes[0]);
      expect([-2.01, -2, 1, 1.01, 2, 2.01, 3, 3.01].map(at)).toEqual(classes);
    },
  );

  test.each([
    ['status-bb-u', 'zs-bb-u', 60],
    ['status-tb-u', 'zs-tb-u', 60],
    ['status-imt-u', 'zs-imt-u', 228],
  ] as const)('%s has no class where the decree has no band (%s from %d months)', (status, score, ageMonths) => {
    expect(classOf(status, score, 0, ageMonths)).toBeNull();
    expect(classOf(status, score, 0, ageMonths - 0.1)).not.toBeNull();
  });

  test('the class is read from the rounded score: -2.0045 is -2.00 and normal', () => {
    const scores = toGrowthScores({ sex: 'P', ageDays: 556, weightG: 8100 }, tables);

    expect(scores['zs-bb-u']).toBe(-2);
    expect(toGrowthClasses(scores, thresholds)['status-bb-u']).toBe('normal');
  });

  test('every score has a class as long as a band stands for its age', () => {
    fc.assert(
      fc.property(fc.double({ min: -40, max: 40, noNaN: true }), fc.double({ min: 0, max: 59.99, noNaN: true }), (z, ageMonths) => {
        expect(classOf('status-bb-tb', 'zs-bb-tb', z, ageMonths)).not.toBeNull();
      }),
      { seed: 20250812 },
    );
  });
});

describe('children of the posyandu lists', () => {
  const children = parse<Record<string, string>>(readFileSync(new URL('expected-children.csv', import.meta.url), 'utf8'), {
    columns: true,
  });
  const measure = (text: string | undefined): number | undefined => (text === undefined || text === '' ? undefined : Number(text));

  function toInput(row: Record<string, string>): GrowthInput {
    return {
      sex: row['sex'] === 'L' ? 'L' : 'P',
      ageDays: measure(row['ageDays']),
      weightG: measure(row['weightG']),
      lengthMm: measure(row['lengthMm']),
      position: row['position'] === 'telentang' || row['position'] === 'berdiri' ? row['position'] : undefined,
      headMm: measure(row['headMm']),
      armMm: measure(row['armMm']),
    };
  }

  test.each(children.map((row) => [row['child'] ?? '', row] as const))('%s has these scores and classes, and no others', (_, row) => {
    const scores = toGrowthScores(toInput(row), tables);
    const stated = { ...scores, ...toGrowthClasses(scores, thresholds) };
    const keys = [
      ...scoreKeys,
      'tinggi-badan-terkoreksi',
      'status-bb-u',
      'status-tb-u',
      'status-bb-tb',
      'status-imt-u',
      'status-lk-u',
    ] as const;

    expect(keys.map((key) => [key, String(stated[key] ?? '')])).toEqual(keys.map((key) => [key, row[key]]));
  });
});

describe('the file of thresholds', () => {
  const changed = (change: (copy: { -readonly [K in keyof GrowthThresholds]: GrowthThresholds[K] }) => void): unknown => {
    const copy = structuredClone(thresholds);
    change(copy);
    return copy;
  };

  test.each([
    ['limits fall', changed((copy) => copy.statuses['status-bb-u'].bands[0]?.classes.reverse()), '/statuses/status-bb-u/bands/0/classes'],
    [
      'the last class has a limit',
      changed((copy) => copy.statuses['status-tb-u'].bands[0]?.classes.pop()),
      '/statuses/status-tb-u/bands/0/classes',
    ],
    ['a citation is empty', changed((copy) => (copy.statuses['status-lk-u'].citation = '')), '/statuses/status-lk-u/citation'],
    ['a status is missing', changed((copy) => Reflect.deleteProperty(copy.statuses, 'status-bb-tb')), '/statuses'],
    ['a key is unknown', changed((copy) => Reflect.set(copy.weighing, 'aturan', 1)), '/weighing'],
    ['the whole is no table', 'teks', 'thresholds.yaml /'],
  ])('is refused with its place when %s', (_, data, place) => {
    const parsed = parseGrowthThresholds(data, 'thresholds.yaml');

    expect(parsed.ok).toBe(false);
    expect(parsed.issues.map((issue) => issue.diagnostics).join('\n')).toContain(place);
  });
});
