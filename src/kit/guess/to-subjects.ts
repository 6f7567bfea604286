import type { FormColumn } from '../form.ts';
import type { ColumnWords } from '../words/compile-words.ts';
import { toHeadingWords } from '../words/to-heading-words.ts';

/** Whom the heading of a column names: `bbNifas` and `bbBumil` measure one thing of two. */
export function toSubjects({ heading, within }: FormColumn, words: ColumnWords): readonly string[] {
  const own = toHeadingWords(heading, within, words).readings[0]?.own ?? [];
  return own.filter((word) => words.subjects.has(word)).toSorted();
}
