import type { StatusKey } from './to-growth-classes.ts';
import type { ScoreKey } from './to-growth-scores.ts';
import { scoreKeys } from './to-growth-scores.ts';

type ClassKey = StatusKey | 'status-bb';

/** Scores and classes of one child on one day, the sender's or ours; what is absent or null was not stated. */
export type StatedGrowth = Readonly<Partial<Record<ScoreKey, number | null>> & Partial<Record<ClassKey, string | null>>>;

/** What the sender stated otherwise than we: classes, and z-scores that differ although their class does not. */
export interface GrowthDifference {
  readonly classes: readonly ClassKey[];
  readonly scores: readonly ScoreKey[];
}

const classKeys: readonly (readonly [ClassKey, ScoreKey | null])[] = [
  ['status-bb-u', 'zs-bb-u'],
  ['status-tb-u', 'zs-tb-u'],
  ['status-bb-tb', 'zs-bb-tb'],
  ['status-imt-u', 'zs-imt-u'],
  ['status-lk-u', 'zs-lk-u'],
  ['status-bb', null],
];

/**
 * Compares what a sender computed with our own computation of the same measures (fault D27 of the dirty-data catalogue).
 * A class that disagrees deserves a warning, a score alone only a remark; scores within 0.01 of each other are equal.
 * What only one side states is not compared, and our O and B, which rest on weighings we may not have, contradict nobody.
 */
export function compareReported(reported: StatedGrowth, computed: StatedGrowth): GrowthDifference {
  const disagreeing = classKeys.filter(([key]) => isOtherClass(key, reported[key], computed[key]));
  const explained = new Set(disagreeing.map(([, score]) => score));
  return {
    classes: disagreeing.map(([key]) => key),
    scores: scoreKeys.filter((key) => !explained.has(key) && isOtherScore(reported[key], computed[key])),
  };
}

function isOtherClass(key: ClassKey, reported: string | null | undefined, computed: string | null | undefined): boolean {
  if (reported === null || reported === undefined || computed === null || computed === undefined) return false;
  if (key === 'status-bb' && computed !== 'N' && computed !== 'T') return false;
  return reported !== computed;
}

function isOtherScore(reported: number | null | undefined, computed: number | null | undefined): boolean {
  if (reported === null || reported === undefined || computed === null || computed === undefined) return false;
  return Math.abs(Math.round(reported * 100) - Math.round(computed * 100)) > 1;
}
