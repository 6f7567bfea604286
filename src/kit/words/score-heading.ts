import { toEditDistance } from '../../map/nearest-word.ts';
import type { ColumnWords } from './compile-words.ts';
import type { HeadingReading } from './to-heading-words.ts';

/** How a word counts that is in one of two headings only. */
const weights = { subject: 0.15, part: 0.3, letter: 0.5, party: 1.5, plain: 1 } as const;
/** What is left of a likeness where the first word, which says what a column is (`nik suami`), has no partner. */
const withoutHead = 0.7;
const fuzzy = 0.85;

/** What a word says that stands in both: whom a form is about and which part of it this is are in many headings. */
function toShared(word: string, { subjects, parts }: ColumnWords): number {
  if (subjects.has(word)) return 0.4;
  return parts.has(word) ? 0.6 : 1;
}

/** How little words weigh that only enclose a heading, all together at most. */
const outside = { each: 0.35, most: 0.3 } as const;

/** How alike two headings are, 0 to 1: by the words they share, by what those weigh, and whether the first of them is shared. */
export function scoreHeading({ own, outer }: HeadingReading, known: readonly string[], words: ColumnWords): number {
  const open = new Set(known);
  let shared = 0;
  const take = (all: readonly string[]): readonly string[] =>
    all.filter((word) => {
      const [partner, quality] = findPartner(word, open, words);
      if (partner === undefined) return true;
      open.delete(partner);
      shared += quality * toShared(partner, words);
      return false;
    });
  const alone = take(own);
  if (shared === 0) return 0;
  // A heading that says whom it is about needs no help from outside.
  const isWhole = own.length > 2 || own.some((word) => words.subjects.has(word));
  const aloneOutside = isWhole ? outer : take(outer);
  const around = Math.min(outside.most, outside.each * sum(aloneOutside, words, weights.party));
  const rest = sum(alone, words, weights.party) + around + sum([...open], words, weights.plain);
  const head = own.find((word) => !words.subjects.has(word) && !words.parts.has(word));
  return ((2 * shared) / (2 * shared + rest)) * (head !== undefined && alone.includes(head) ? withoutHead : 1);
}

function findPartner(word: string, open: ReadonlySet<string>, words: ColumnWords): readonly [string | undefined, number] {
  if (open.has(word)) return [word, 1];
  if (words.all.has(word)) return [undefined, 0];
  const near = [...open].find((each) => isNear(word, each));
  return [near, fuzzy];
}

/** A slip of the pen in a word long enough to bear one. */
function isNear(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter < 5 || Math.abs(one.length - other.length) > 2) return false;
  return toEditDistance(one, other) <= (shorter < 10 ? 1 : 2);
}

function sum(all: readonly string[], words: ColumnWords, party: number): number {
  return all.reduce((total, word) => total + toWeight(word, words, party), 0);
}

function toWeight(word: string, { subjects, parts, parties }: ColumnWords, party: number): number {
  if (parties.has(word)) return party;
  if (subjects.has(word)) return weights.subject;
  if (parts.has(word)) return weights.part;
  return /^\p{L}$/u.test(word) ? weights.letter : weights.plain;
}
