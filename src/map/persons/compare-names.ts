import { isBabyName, splitParents, toComparableName } from '../conversions/read-name.ts';
import { toEditDistance } from '../nearest-word.ts';
import type { PersonDraft } from '../visit.ts';

/** How alike two names are; `near` is a spelling apart, or one name inside the other. */
export type Likeness = 'equal' | 'near' | 'other';

/** Compares two names without honorifics, degrees, case and punctuation. */
export function compareNames(one: string, other: string): Likeness {
  const [a, b] = [toComparableName(one), toComparableName(other)];
  if (a === '' || b === '') return 'other';
  if (a === b) return 'equal';
  if (a.replaceAll(' ', '') === b.replaceAll(' ', '')) return 'equal';
  if (isInside(a, b) || isInside(b, a)) return 'near';
  return toEditDistance(a, b) <= Math.max(1, Math.floor(Math.min(a.length, b.length) / 5)) ? 'near' : 'other';
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
  const told = isBabyName(name) ? [name.replace(/^(by|bayi|anak|bbl)[\s.]*(ny|nyonya|ibu|dari)?[\s.]*/i, '')] : [];
  return [...stated, ...told].map(toComparableName).filter((each) => each !== '');
}

function isInside(short: string, long: string): boolean {
  const words = new Set(long.split(' '));
  return short.split(' ').every((word) => words.has(word));
}
