import type { GrowthThresholds, StatusBands } from './growth-thresholds-schema.ts';
import type { GrowthScores, ScoreKey } from './to-growth-scores.ts';

/** The classes of nutritional status, keyed as in the vocabulary; null where there is no score, or no band for that age. */
export type GrowthClasses = Readonly<Record<StatusKey, string | null>>;

/** The key of a nutritional status. */
export type StatusKey = keyof GrowthThresholds['statuses'];

/** What a class is read from: the scores and the age. */
export type ClassedScores = Readonly<Record<ScoreKey, number | null>> & Pick<GrowthScores, 'ageMonths'>;

/**
 * Reads the classes of nutritional status off z-scores already rounded to two decimals, as Permenkes 2/2020 bands them.
 * An implausible score is classed too: whoever shows the class must show the flag beside it. A class is never a diagnosis.
 */
export function toGrowthClasses(scores: ClassedScores, thresholds: GrowthThresholds): GrowthClasses {
  const { statuses } = thresholds;
  return {
    'status-bb-u': toClass(statuses['status-bb-u'], scores),
    'status-tb-u': toClass(statuses['status-tb-u'], scores),
    'status-bb-tb': toClass(statuses['status-bb-tb'], scores),
    'status-imt-u': toClass(statuses['status-imt-u'], scores),
    'status-lk-u': toClass(statuses['status-lk-u'], scores),
  };
}

function toClass(status: StatusBands, scores: ClassedScores): string | null {
  const z = scores[status.score];
  const age = scores.ageMonths;
  if (z === null) return null;
  // Only BB/TB has a score without an age, and its table ends with the fifth year: its band is the first.
  const band = status.bands.find(({ months }) => age === null || (age >= months.from && age < months.below));
  return band?.classes.find(({ below, upTo }) => (below === undefined || z < below) && (upTo === undefined || z <= upTo))?.is ?? null;
}

/** Classes an arm circumference in whole millimetres (LiLA 6-59 months); null outside the ages of the band. */
export function toArmClass(
  armMm: number | undefined,
  ageMonths: number | null,
  { months, classes }: GrowthThresholds['arm'],
): string | null {
  if (armMm === undefined || armMm <= 0 || ageMonths === null || ageMonths < months.from || ageMonths >= months.below) return null;
  return classes.find(({ belowMm }) => belowMm === undefined || armMm < belowMm)?.is ?? null;
}
