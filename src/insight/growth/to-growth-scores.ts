import type { GrowthTables, LmsTable, Sex, SexTables } from './parse-growth-tables.ts';
import { toZScore } from './to-z-score.ts';

/** The z-scores Titian computes; below 24 months TB means PB (length). */
export const scoreKeys = ['zs-bb-u', 'zs-tb-u', 'zs-bb-tb', 'zs-imt-u', 'zs-lk-u', 'zs-lila-u'] as const;

/** The key of a z-score in the vocabulary of elements. */
export type ScoreKey = (typeof scoreKeys)[number];

/** How a child was measured: telentang (lying) or berdiri (standing). */
export type Position = 'telentang' | 'berdiri';

/** What was measured of one child on one day. Age in days may have decimals; without an age only BB/TB is scored. */
export interface GrowthInput {
  readonly sex: Sex;
  readonly ageDays?: number | undefined;
  readonly weightG?: number | undefined;
  readonly lengthMm?: number | undefined;
  readonly position?: Position | undefined;
  readonly headMm?: number | undefined;
  readonly armMm?: number | undefined;
  readonly oedema?: boolean | undefined;
}

/** The z-scores of a child, rounded to two decimals, null where none can be given, with what is needed to read them. */
export interface GrowthScores extends Readonly<Record<ScoreKey, number | null>> {
  /** Length or height in mm after the 0.7 cm between lying and standing; null where nothing was converted. */
  readonly 'tinggi-badan-terkoreksi': number | null;
  /** Body mass index in kg/m2 from the converted length, unrounded. */
  readonly imt: number | null;
  /** Age in months of 30.4375 days, unrounded; null where the age is not known. */
  readonly ageMonths: number | null;
  /** Scores so far out that WHO calls them implausible: kept, but the child should be measured again. */
  readonly implausible: readonly ScoreKey[];
  /** A child below nine months cannot have been measured standing: the position is disregarded. */
  readonly standingBelowNineMonths: boolean;
}

// WHO Child Growth Standards 2006: a month is 30.4375 days; length below 731 days, height from then on; 0.7 cm lie between them.
const daysOfMonth = 30.4375;
/** The age in days from which a child is measured standing. */
export const standingFromDay = 731;
const lyingMinusStandingMm = 7;
const heightTableFromMm = 870;
const schoolFromMonth = 60;
const schoolToMonth = 228;
const schoolWeightToMonth = 120;
const standingFromMonth = 9;

// WHO plausibility limits: lowest and highest score not flagged.
const plausible: Readonly<Record<ScoreKey, readonly [number, number]>> = {
  'zs-bb-u': [-6, 5],
  'zs-tb-u': [-6, 6],
  'zs-bb-tb': [-5, 5],
  'zs-imt-u': [-5, 5],
  'zs-lk-u': [-5, 5],
  'zs-lila-u': [-5, 5],
};
const nothingImplausible: readonly ScoreKey[] = [];

/**
 * Computes the WHO z-scores of one child: Child Growth Standards 2006 below 60 months, Reference 2007 from 60 to 228 months.
 * Oedema leaves no score that hangs on weight. A missing or impossible measure is a null, never an exception.
 */
export function toGrowthScores(input: GrowthInput, tables: GrowthTables): GrowthScores {
  const ageDays = known(input.ageDays);
  const ageMonths = ageDays / daysOfMonth;
  return ageMonths >= schoolFromMonth
    ? toSchoolScores(input, ageMonths, tables[input.sex])
    : toUnderFiveScores(input, ageDays, tables[input.sex]);
}

// Below, NaN stands for "not known": every comparison with it fails and every lookup gives null.

function toUnderFiveScores(input: GrowthInput, ageDays: number, tables: SexTables): GrowthScores {
  const day = Math.floor(ageDays + 0.5);
  const ageMonths = ageDays / daysOfMonth;
  const standingBelowNineMonths = input.position === 'berdiri' && ageMonths < standingFromMonth;
  const position = standingBelowNineMonths ? undefined : input.position;
  const conversionMm = toConversionMm(position, day);
  const lengthMm = known(input.lengthMm) + conversionMm;
  const scoredG = toScoredG(input);
  const scores = {
    'zs-bb-u': toZScore(tables.weightForAge, day, scoredG / 1000),
    'zs-tb-u': toZScore(tables.lengthForAge, day, lengthMm / 10),
    'zs-bb-tb': toZScore(findLengthTable(tables, day, position, lengthMm), day < 0 ? Number.NaN : lengthMm, scoredG / 1000),
    'zs-imt-u': toZScore(tables.bmiForAge, day, toBodyMassIndex(scoredG, lengthMm)),
    'zs-lk-u': toZScore(tables.headForAge, day, known(input.headMm) / 10),
    'zs-lila-u': toZScore(tables.armForAge, day, known(input.armMm) / 10),
    'tinggi-badan-terkoreksi': conversionMm === 0 ? null : toFinite(lengthMm),
    imt: toFinite(toBodyMassIndex(known(input.weightG), lengthMm)),
    ageMonths: toFinite(ageMonths),
    implausible: nothingImplausible,
    standingBelowNineMonths,
  };
  return withImplausible(scores);
}

function toSchoolScores(input: GrowthInput, ageMonths: number, tables: SexTables): GrowthScores {
  const scoredMonth = ageMonths <= schoolToMonth ? ageMonths : Number.NaN;
  const weightMonth = ageMonths <= schoolWeightToMonth ? ageMonths : Number.NaN;
  const lengthMm = known(input.lengthMm);
  const scoredG = toScoredG(input);
  const scores = {
    'zs-bb-u': toZScore(tables.weightForMonth, weightMonth, scoredG / 1000),
    'zs-tb-u': toZScore(tables.heightForMonth, scoredMonth, lengthMm / 10),
    'zs-bb-tb': null,
    'zs-imt-u': toZScore(tables.bmiForMonth, scoredMonth, toBodyMassIndex(scoredG, lengthMm)),
    'zs-lk-u': null,
    'zs-lila-u': null,
    'tinggi-badan-terkoreksi': null,
    imt: toFinite(toBodyMassIndex(known(input.weightG), lengthMm)),
    ageMonths: toFinite(ageMonths),
    implausible: nothingImplausible,
    standingBelowNineMonths: false,
  };
  return withImplausible(scores);
}

function known(measure: number | undefined): number {
  return measure ?? Number.NaN;
}

/** Water in the tissue weighs: with oedema no score may rest on the weight. */
function toScoredG(input: GrowthInput): number {
  return input.oedema === true ? Number.NaN : known(input.weightG);
}

function toConversionMm(position: Position | undefined, day: number): number {
  if (position === 'berdiri' && day < standingFromDay) return lyingMinusStandingMm;
  if (position === 'telentang' && day >= standingFromDay) return -lyingMinusStandingMm;
  return 0;
}

/** Age decides between length and height; without an age the position, and without that whether the child is shorter than 87 cm. */
function findLengthTable(tables: SexTables, day: number, position: Position | undefined, lengthMm: number): LmsTable {
  const isLying = Number.isNaN(day)
    ? position === 'telentang' || (position === undefined && lengthMm < heightTableFromMm)
    : day < standingFromDay;
  return isLying ? tables.weightForLength : tables.weightForHeight;
}

function toBodyMassIndex(weightG: number, lengthMm: number): number {
  return weightG > 0 && lengthMm > 0 ? (weightG * 1000) / (lengthMm * lengthMm) : Number.NaN;
}

function toFinite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function withImplausible(scores: GrowthScores): GrowthScores {
  for (const key of scoreKeys) {
    if (isImplausible(key, scores[key])) return { ...scores, implausible: scoreKeys.filter((each) => isImplausible(each, scores[each])) };
  }
  return scores;
}

function isImplausible(key: ScoreKey, z: number | null): boolean {
  return z !== null && (z < plausible[key][0] || z > plausible[key][1]);
}
