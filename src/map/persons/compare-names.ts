import { isBabyName, splitParents, toComparableName } from '../conversions/read-name.ts';
import { isWithinEdits, toLetterCounts } from './is-within-edits.ts';
import type { PersonDraft } from '../visit.ts';

/** How alike two names are; `near` is a spelling apart, or one name inside the other. */
export type Likeness = 'equal' | 'near' | 'other';

/** A name in the shape in which names are compared, taken apart once for all comparisons. */
export interface ComparedName {
  readonly text: string;
  /** Without spaces: names that differ in spaces only are equal. */
  readonly joined: string;
  readonly words: ReadonlySet<string>;
  readonly letters: Uint8Array;
}

/** Brings a name to the shape in which names are compared: without honorifics, degrees, case and punctuation. */
export function toComparedName(name: string): ComparedName {
  const text = toComparableName(name);
  return { text, joined: text.replaceAll(' ', ''), words: new Set(text.split(' ')), letters: toLetterCounts(text) };
}

/** Compares two names that were taken apart before. */
export function compareCompared(a: ComparedName, b: ComparedName): Likeness {
  if (a.text === '' || b.text === '') return 'other';
  if (a.joined === b.joined) return 'equal';
  if (isInside(a, b) || isInside(b, a)) return 'near';
  const most = Math.max(1, Math.floor(Math.min(a.text.length, b.text.length) / 5));
  return isWithinEdits(a, b, most) ? 'near' : 'other';
}

/** How the parents of two rows agree: any name in common, none stated on a side, or other names. */
export type ParentAgreement = 'agree' | 'unstated' | 'one-sided' | 'differ';

/** Compares the parents two drafts state, in whichever cells they stand. */
export function compareParents(one: PersonDraft, other: PersonDraft): ParentAgreement {
  const [ours, theirs] = [toParents(one), toParents(other)];
  if (ours.length === 0 && theirs.length === 0) return 'unstated';
  if (ours.length === 0 || theirs.length === 0) return 'one-sided';
  return ours.some((name) => theirs.includes(name)) ? 'agree' : 'differ';
}

function toParents({ mother, father, parents, name }: PersonDraft): readonly string[] {
  const stated = [mother, father, parents].flatMap((each) => (each === undefined ? [] : splitParents(each)));
  // "By. Ny. Suharti" names the mother.
  const told = isBabyName(name) ? [toMothersName(name)] : [];
  return [...stated, ...told].map(toComparableName).filter((each) => each !== '');
}

/** Whom a baby is called after: "By. Ny. Suharti II" after Suharti. */
export function toMothersName(babyName: string): string {
  return babyName
    .replace(/^(by|bayi|anak|bbl)[\s.]*((i{1,3}|[1-3])\b[\s.]*)?(ny|nyonya|ibu|dari)?[\s.]*/i, '')
    .replace(/[\s(,/-]+(kembar\s*)?(i{1,3}|[1-3])\)?\s*$/i, '');
}

function isInside(short: ComparedName, long: ComparedName): boolean {
  if (short.words.size > long.words.size) return false;
  for (const word of short.words) if (!long.words.has(word)) return false;
  return true;
}
