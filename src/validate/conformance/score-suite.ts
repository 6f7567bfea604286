import type { SuiteCase } from './read-suite.ts';

/** How often a validator agrees with the reference on the cases of one tier, and where it does not. */
export interface TierScore {
  readonly cases: number;
  readonly agree: number;
  /** Cases the reference calls invalid, in which nothing was found. */
  readonly missed: readonly string[];
  /** Cases the reference calls valid, in which an error was found. */
  readonly falseAlarms: readonly string[];
}

/** A case and whether it was found valid here. */
export interface JudgedCase {
  readonly given: SuiteCase;
  readonly valid: boolean;
}

/** Counts agreement by tier, in the order in which the tiers appear in the suite. */
export function scoreSuite(judged: readonly JudgedCase[]): Readonly<Record<string, TierScore>> {
  const tiers = [...new Set(judged.map(({ given }) => given.tier))];
  return Object.fromEntries(tiers.map((tier) => [tier, scoreTier(judged.filter(({ given }) => given.tier === tier))]));
}

function scoreTier(judged: readonly JudgedCase[]): TierScore {
  const missed = judged.filter(({ given, valid }) => valid && given.expected === 'invalid').map(({ given }) => given.id);
  const falseAlarms = judged.filter(({ given, valid }) => !valid && given.expected === 'valid').map(({ given }) => given.id);
  return { cases: judged.length, agree: judged.length - missed.length - falseAlarms.length, missed, falseAlarms };
}
