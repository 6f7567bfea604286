import type { ColumnWords } from '../words/compile-words.ts';
import type { KnownHeading, Meaning } from '../words/meaning.ts';
import type { Evidence, EvidenceSetting } from './read-evidence.ts';

/** What a column may mean, how much its heading and its cells speak for it, and both together, 0 to 1. */
export interface Candidate {
  readonly meaning: Meaning;
  readonly name: number;
  readonly evidence: Evidence;
  readonly score: number;
}

/** What candidates are found with. */
export interface GuessSetting extends EvidenceSetting {
  readonly words: ColumnWords;
  readonly headings: readonly KnownHeading[];
  /** Elements of the life stage the form is about. */
  readonly fitting: ReadonlySet<string>;
}
