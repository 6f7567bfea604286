import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { loadGrowthThresholds } from '../../../src/ingest/growth-tables.ts';
import { toArmClass, toGrowthClasses } from '../../../src/insight/growth/to-growth-classes.ts';
import { scoreKeys, type ScoreKey } from '../../../src/insight/growth/to-growth-scores.ts';
import { packageRoot } from '../../../src/root.ts';

const thresholds = await loadGrowthThresholds(packageRoot);

/** The table as it is written, so that limits are taken from the file and not from what we compile it to. */
interface WrittenGrowth {
  readonly statuses: Readonly<
    Record<
      string,
      {
        readonly score: ScoreKey;
        readonly bands: readonly {
          readonly months: { readonly from: number; readonly below: number };
          readonly classes: readonly { readonly is: string; readonly below?: number; readonly upTo?: number }[];
        }[];
      }
    >
  >;
  readonly arm: {
    readonly months: { readonly from: number; readonly below: number };
    readonly classes: readonly { readonly is: string; readonly belowMm?: number }[];
  };
}

const written = parse(readFileSync(join(packageRoot, 'programme', 'thresholds-growth.yaml'), 'utf8')) as WrittenGrowth;
const growthBands = Object.entries(written.statuses).flatMap(([key, { score, bands: all }]) =>
  all.map((band) => ({ key, score, ...band })),
);

test.each(growthBands)(
  '$key from $months.from months: every class in hundredths of z, at its own age',
  ({ key, score, months, classes }) => {
    const none = Object.fromEntries(scoreKeys.map((each) => [each, null])) as Record<ScoreKey, null>;
    const limits = classes.flatMap(({ below, upTo }) => below ?? upTo ?? []);
    for (const z of limits.flatMap((limit) => [limit - 0.01, limit, limit + 0.01].map((each) => Number(each.toFixed(2))))) {
      const wanted = classes.find(({ below = Infinity, upTo = Infinity }) => z < below && z <= upTo)?.is;
      for (const ageMonths of [months.from, months.below - 0.001]) {
        const found: Readonly<Record<string, string | null>> = toGrowthClasses({ ...none, [score]: z, ageMonths }, thresholds);
        expect([ageMonths, z, found[key]]).toEqual([ageMonths, z, wanted]);
      }
    }
  },
);

test('the arm of a child changes its class at each limit, in millimetres, at its own age', () => {
  const { months, classes } = written.arm;
  for (const mm of classes.flatMap(({ belowMm = 0 }) => (belowMm === 0 ? [] : [belowMm - 1, belowMm, belowMm + 1])))
    expect([mm, toArmClass(mm, 12, thresholds.arm)]).toEqual([mm, classes.find(({ belowMm = Infinity }) => mm < belowMm)?.is]);
  const ages = [months.from - 1, months.from, months.below - 1, months.below];
  expect(ages.map((age) => toArmClass(120, age, thresholds.arm) !== null)).toEqual([false, true, true, false]);
});
