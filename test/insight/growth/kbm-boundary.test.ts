import { describe, expect, test } from '@jest/globals';
import { loadGrowthThresholds } from '../../../src/ingest/growth-tables.ts';
import { toWeightStatus } from '../../../src/insight/growth/to-weight-status.ts';
import { readNumber } from '../../../src/map/conversions/read-number.ts';
import type { DecimalMark } from '../../../src/map/conversions/read-number.ts';
import { packageRoot } from '../../../src/root.ts';

const { weighing: rules } = await loadGrowthThresholds(packageRoot);
const kilograms = { ucum: 'kg', display: 'kg', smallest: 'g', perUnit: 1000 };
const marks: readonly DecimalMark[] = [',', '.'];

/** A weight as it stands in a form: `7,9`, `8.1`, `7,901`. */
function write(weightG: number, decimals: number, mark: DecimalMark): string {
  return (weightG / 1000).toFixed(decimals).replace('.', mark);
}

const known = new Map<string, number>();

/** Grams of a weight as written; each text is read once. */
function read(text: string, mark: DecimalMark): number {
  const grams = known.get(text) ?? readNumber(text, kilograms, mark).value?.int;
  if (grams === undefined) throw new Error(`not read: ${text}`);
  known.set(text, grams);
  return grams;
}

/** The status in July of a child of so many completed months, weighed in June and July, both weights as written. */
function judge(previous: string, now: string, child: { readonly birthDate: string; readonly sex: 'L' | 'P' }, mark: DecimalMark): string {
  const earlier = [{ date: '2025-06-11', weightG: read(previous, mark) }];
  const status = toWeightStatus({ ...child, weighing: { date: '2025-07-12', weightG: read(now, mark) }, earlier }, rules);
  return status['status-bb'] ?? 'none';
}

function aChild(ageMonths: number, sex: 'L' | 'P'): { readonly birthDate: string; readonly sex: 'L' | 'P' } {
  const birthMonth = 2025 * 12 + 6 - ageMonths;
  return { birthDate: `${String(Math.floor(birthMonth / 12))}-${String((birthMonth % 12) + 1).padStart(2, '0')}-10`, sex };
}

describe('a gain at the border of the KBM, read from the weights as written', () => {
  test.each(marks)('7%s9 then 8%s1 kg is a gain of 200 g and N at two years; 199 g is T', (mark) => {
    expect(judge(`7${mark}9`, `8${mark}1`, aChild(25, 'P'), mark)).toBe('N');
    expect(judge(`7${mark}9`, `8${mark}099`, aChild(25, 'P'), mark)).toBe('T');
    expect(judge(`7${mark}901`, `8${mark}1`, aChild(25, 'P'), mark)).toBe('T');
  });

  test.each(marks)('every pair exactly 200 g apart from 2 to 30 kg is N, and 199 g apart is T (%s)', (mark) => {
    const boy = aChild(25, 'L');
    const wrong: number[] = [];
    for (let weightG = 2000; weightG <= 29_800; weightG += 1) {
      const [before, after, less] = [weightG, weightG + 200, weightG + 199].map((each) => write(each, 3, mark));
      if (judge(before ?? '', after ?? '', boy, mark) !== 'N' || judge(before ?? '', less ?? '', boy, mark) !== 'T') wrong.push(weightG);
    }
    expect(wrong).toEqual([]);
  });

  const rows = rules.kbm.rows.flatMap(({ months, L, P }) =>
    [...new Set([months.from, months.to])].flatMap((age) => [
      { age, sex: 'L' as const, kbm: L },
      { age, sex: 'P' as const, kbm: P },
    ]),
  );

  test.each(rows)(
    'at $age months ($sex) every pair of tenths exactly $kbm g apart is N, and one tenth or one gram less is T',
    ({ age, sex, kbm }) => {
      const child = aChild(age, sex);
      const wrong: string[] = [];
      for (const mark of marks) {
        for (let weightG = 2000; weightG + kbm <= 30_000; weightG += 100) {
          const before = write(weightG, 1, mark);
          if (judge(before, write(weightG + kbm, 1, mark), child, mark) !== 'N') wrong.push(before);
          if (judge(before, write(weightG + kbm - 100, 1, mark), child, mark) !== 'T') wrong.push(before);
          if (judge(before, write(weightG + kbm - 1, 3, mark), child, mark) !== 'T') wrong.push(before);
        }
      }
      expect(wrong).toEqual([]);
    },
  );
});
