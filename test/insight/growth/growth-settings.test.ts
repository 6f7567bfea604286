import { describe, expect, test } from '@jest/globals';
import { loadGrowthTables, loadGrowthThresholds } from '../../../src/ingest/growth-tables.ts';
import type { GrowthThresholds } from '../../../src/insight/growth/growth-thresholds-schema.ts';
import { parseGrowthThresholds } from '../../../src/insight/growth/parse-growth-thresholds.ts';
import { isReadWithCare, toGrowthAge } from '../../../src/insight/growth/to-growth-age.ts';
import { toArmClass } from '../../../src/insight/growth/to-growth-classes.ts';
import { toGrowthScores } from '../../../src/insight/growth/to-growth-scores.ts';
import { toWeighingSigns, toWeightReferral } from '../../../src/insight/growth/to-weight-referral.ts';
import type { Element, Reported } from '../../../src/map/visit.ts';
import type { Computed } from '../../../src/map/visits/compute-growth.ts';
import { judgeReported } from '../../../src/map/visits/compute-growth.ts';
import { packageRoot } from '../../../src/root.ts';
import { aHistory, aQuantity, aVisitOf, computeHistory } from './a-history.ts';

const growth = await loadGrowthTables(packageRoot);
const thresholds = await loadGrowthThresholds(packageRoot);
const ages = thresholds['corrected-age'];

function withSetting(change: (copy: GrowthThresholds) => void): GrowthThresholds {
  const copy = structuredClone(thresholds);
  change(copy);
  return copy;
}

/** What is computed of the visit of a girl born 2025-01-10 on a day, with what other visits say. */
function computeOn(date: string, elements: readonly Element[], others: readonly Element[] = [], by = thresholds): Computed {
  const { person, ...rest } = aHistory({}, { birthDate: '2025-01-10' });
  const visits = [aVisitOf('2025-01-10', others), aVisitOf(date, elements)];
  return computeHistory({ ...rest, person, visits }, { growth, thresholds: by }).get(`visit-${date}`) ?? {};
}

const size = [aQuantity('berat-badan', 5000), aQuantity('tinggi-badan', 570), aQuantity('lingkar-kepala', 380)];
const at32Weeks = [aQuantity('umur-kehamilan-lahir', 32)];

describe('a child born at 32 weeks', () => {
  test('is scored eight weeks younger under the setting umur-koreksi, and says so', () => {
    const computed = computeOn('2025-07-10', size, at32Weeks);
    const scores = toGrowthScores({ sex: 'P', ageDays: 181 - 56, weightG: 5000, lengthMm: 570, headMm: 380 }, growth);

    expect(computed).toMatchObject({
      'umur-hari': 181,
      'umur-koreksi-hari': 125,
      'zs-bb-u': scores['zs-bb-u'],
      'zs-tb-u': scores['zs-tb-u'],
    });
    expect(computed['zs-lk-u']).toBe(scores['zs-lk-u']);
  });

  test('is scored by its age since birth under the setting umur-kronologis', () => {
    const byBirth = withSetting((copy) => (copy['corrected-age'].use = 'umur-kronologis'));
    const computed = computeOn('2025-07-10', size, at32Weeks, byBirth);

    expect(computed['umur-koreksi-hari']).toBeUndefined();
    expect(computed['zs-bb-u']).toBe(toGrowthScores({ sex: 'P', ageDays: 181, weightG: 5000 }, growth)['zs-bb-u']);
  });

  test('has no score before the day on which it should have been born', () => {
    expect(computeOn('2025-03-06', size, at32Weeks)['zs-bb-u']).toBeUndefined();
    expect(computeOn('2025-03-07', size, at32Weeks)['zs-bb-u']).toEqual(expect.any(Number));
  });

  test.each([
    ['2027-01-09', 32, true],
    ['2027-01-10', 32, false],
    ['2025-07-10', 36, true],
    ['2025-07-10', 37, false],
    ['2025-07-10', undefined, false],
  ])('on %s after %p weeks the age is corrected: %p', (date, gestationWeeks, corrected) => {
    expect(toGrowthAge({ birthDate: '2025-01-10', date, gestationWeeks }, ages).corrected).toBe(corrected);
  });

  test('is not held against scores that a sender computed by the age since birth; weight for length and the weighing still are', () => {
    const computed = computeOn('2025-07-10', size, at32Weeks);
    const codesOf = (reported: Reported, by = computed): readonly string[] => judgeReported(reported, by).map(({ code }) => code);

    expect(codesOf({ 'zs-bb-u': -6, 'status-bb-u': 'sangat-kurang' })).toEqual([]);
    expect(codesOf({ 'status-bb-tb': 'obesitas' })).toEqual(['D27']);
    expect(codesOf({ 'status-bb-u': 'normal' }, computeOn('2025-07-10', size))).toEqual(['D27']);
  });

  test('its KBM goes by its age since birth, as the card is printed', () => {
    const { person, visits, ...rest } = aHistory({ '2025-06-10': 4800, '2025-07-10': 5300 }, { birthDate: '2025-01-10' });
    const history = { ...rest, person, visits: [aVisitOf('2025-01-10', at32Weeks), ...visits] };

    expect(computeHistory(history, { growth, thresholds }).get('visit-2025-07-10')).toMatchObject({
      'status-bb': 'N',
      kbm: { value: 400, unit: 'g' },
    });
  });
});

describe('a child light at birth', () => {
  const birth = { birthDate: '2025-01-10' };

  test.each([
    [2499, undefined, '2027-01-09', true],
    [2500, undefined, '2026-01-10', false],
    [2499, undefined, '2027-01-10', false],
    [2499, 39, '2026-01-10', false],
    [undefined, undefined, '2026-01-10', false],
  ])('of %p g after %p weeks is read with care on %s: %p', (birthWeightG, gestationWeeks, date, expected) => {
    expect(isReadWithCare({ ...birth, birthWeightG, gestationWeeks, date }, ages)).toBe(expected);
  });
});

describe('arm and feet', () => {
  test.each([
    [114, 12, 'gizi-buruk'],
    [115, 12, 'gizi-kurang'],
    [124, 12, 'gizi-kurang'],
    [125, 12, 'gizi-baik'],
    [114, 5, null],
    [114, 6, 'gizi-buruk'],
    [114, 59, 'gizi-buruk'],
    [114, 60, null],
    [0, 12, null],
  ])('an arm of %d mm at %d months is %p', (armMm, months, expected) => {
    expect(toArmClass(armMm, months, thresholds.arm)).toBe(expected);
  });

  test('the class of the arm stands beside BB/TB', () => {
    expect(computeOn('2025-07-10', [...size, aQuantity('lingkar-lengan-atas', 114)])).toMatchObject({
      'status-lila-balita': 'gizi-buruk',
      'status-bb-tb': 'gizi-baik',
    });
  });

  const swollen = (value: Element['value']): Computed =>
    computeOn('2025-07-10', [...size, { key: 'edema-bilateral', ordinal: 1, value, cell: 'edema' }]);

  test.each([
    ['ticked', { kind: 'boolean', boolean: true }],
    ['of a degree', { kind: 'coded', code: '2+' }],
  ] as const)('oedema of both feet, %s, is gizi buruk and leaves no score that hangs on weight', (_, value) => {
    const computed = swollen(value);

    expect(computed['status-bb-tb']).toBe('gizi-buruk');
    expect(['zs-bb-u', 'zs-bb-tb', 'zs-imt-u'].map((key) => computed[key])).toEqual([undefined, undefined, undefined]);
    expect(computed['zs-tb-u']).toEqual(expect.any(Number));
  });

  test('no oedema changes nothing', () => {
    expect(swollen({ kind: 'boolean', boolean: false })).toEqual(computeOn('2025-07-10', size));
    expect(swollen({ kind: 'coded', code: 'tidak' })).toEqual(computeOn('2025-07-10', size));
  });
});

describe('what a weighing sends on', () => {
  const { referral } = thresholds.weighing;
  const kms = { ...referral, rule: 'kms-2t' as const };

  test.each([
    ['T once', { status: 'T', twice: false, zBbU: 0 }, ['T'], []],
    ['T twice', { status: 'T', twice: true, zBbU: 0 }, ['T'], ['2T']],
    ['N on the red line', { status: 'N', twice: false, zBbU: -3 }, [], []],
    ['N below the red line', { status: 'N', twice: false, zBbU: -3.01 }, ['BGM'], ['BGM']],
    ['N on the orange line', { status: 'N', twice: false, zBbU: 1 }, [], []],
    ['N above the orange line', { status: 'N', twice: false, zBbU: 1.01 }, ['BGO'], []],
    ['O without a score', { status: 'O', twice: false, zBbU: null }, [], []],
  ] as const)('%s: Buku KIA 2023 refers for %p, KMS 2T for the other', (_, facts, byBook, byCard) => {
    expect(toWeightReferral(facts, referral)).toEqual(byBook);
    expect(toWeightReferral(facts, kms)).toEqual(byCard);
  });

  test('signs are named whatever the setting', () => {
    expect(toWeighingSigns({ status: 'T', twice: true, zBbU: -3.2 }, kms)).toEqual(['T', '2T', 'BGM']);
  });
});

describe('settings that cannot be used', () => {
  test('WHO weight increments are refused with the reason while their tables are missing', () => {
    const parsed = parseGrowthThresholds(
      withSetting((copy) => (copy.weighing.rise.by = 'inkremen-who')),
      'thresholds.yaml',
    );

    expect(parsed.ok).toBe(false);
    expect(parsed.issues.map(({ text }) => text).join('')).toContain('inkremen-who belum tersedia');
  });

  test.each([
    [
      'an unknown rule of referral',
      (copy: GrowthThresholds) => Reflect.set(copy.weighing.referral, 'rule', 'kms'),
      '/weighing/referral/rule',
    ],
    ['falling limits of the arm', (copy: GrowthThresholds) => copy.arm.classes.reverse(), '/arm/classes'],
    ['an unknown age', (copy: GrowthThresholds) => Reflect.set(copy['corrected-age'], 'use', 'ya'), '/corrected-age/use'],
  ])('%s is refused with its place', (_, change, place) => {
    const parsed = parseGrowthThresholds(withSetting(change), 'thresholds.yaml');

    expect(parsed.issues.map(({ diagnostics }) => diagnostics).join('\n')).toContain(place);
  });
});
