import type { Programme } from '../../map/programme.ts';
import type { FormColumn } from '../form.ts';
import type { ColumnWords } from '../words/compile-words.ts';
import { toHeadingWords } from '../words/to-heading-words.ts';

/** The group of life stages that a form is about, and whether its words said so. */
export interface StageGuess {
  readonly group: string;
  readonly isOpen: boolean;
}

/** Finds the group of life stages of a form from the words of its headings and titles. */
export function guessStage(
  columns: readonly FormColumn[],
  titles: readonly string[],
  words: ColumnWords,
  programme: Programme,
): StageGuess {
  const headings = [...columns.map(({ heading }) => heading), ...titles];
  const found = headings.flatMap((heading) => toHeadingWords(heading, [], words).readings[0]?.own ?? []);
  const scores = [...programme.groups.keys()].map((group) => {
    const known = words.stages.get(group);
    return { group, score: known === undefined ? 0 : found.filter((word) => known.has(word)).length };
  });
  const sorted = scores.toSorted((one, other) => other.score - one.score);
  const [best, second] = sorted;
  return { group: best?.group ?? '', isOpen: best === undefined || best.score === 0 || best.score < (second?.score ?? 0) * 1.5 };
}
