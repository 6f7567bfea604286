import type { PersonDraft } from '../visit.ts';
import type { Likeness } from './compare-names.ts';
import { compareNames, compareParents } from './compare-names.ts';
import type { PersonReview } from './known-person.ts';

/** Whether a row is about a person: the same, perhaps the same (an officer decides), or somebody else. */
export type Match =
  { readonly is: 'same' } | { readonly is: 'perhaps'; readonly reason: PersonReview['reason'] } | { readonly is: 'other' };

const same: Match = { is: 'same' };
const other: Match = { is: 'other' };

/**
 * Holds a row against a known person: a valid own NIK; else the mother's NIK with birth date and order; else the sender's id;
 * else birth date, sex and area with equal name and parent. A NIK alone does not join two people of different names (D07).
 */
export function matchPerson(row: PersonDraft, known: PersonDraft, sameArea: boolean): Match {
  const likeness = compareNames(row.name, known.name);
  if (isSameKnown(row.nik, known.nik)) return matchByNik(row, known, likeness);
  if (row.birthDate !== known.birthDate || isOtherSex(row, known)) return other;
  if (row.nik !== undefined && known.nik !== undefined && !isCorrection(row, known))
    return sameArea ? matchTwoNik(row, known, likeness) : other;
  return matchWithoutNik(row, known, likeness, sameArea);
}

function matchWithoutNik(row: PersonDraft, known: PersonDraft, likeness: Likeness, sameArea: boolean): Match {
  if (isSameKnown(row.nikIbu, known.nikIbu)) return matchByMother(row, known, likeness);
  if (isSameKnown(row.localId, known.localId) && likeness !== 'other') return same;
  return sameArea ? matchByName(row, known, likeness) : other;
}

function matchByNik(row: PersonDraft, known: PersonDraft, likeness: Likeness): Match {
  if (likeness !== 'other' || !row.nameIsOfficial || !known.nameIsOfficial) return same;
  return { is: 'perhaps', reason: 'satu-nik' };
}

/** A NIK that contradicts its own bearer's birth date or sex says nothing against one that agrees: that is how a neighbour's NIK is corrected. */
function isCorrection(row: PersonDraft, known: PersonDraft): boolean {
  return known.nikFault === 'nik-tidak-cocok' && row.nikFault === undefined;
}

function matchTwoNik(row: PersonDraft, known: PersonDraft, likeness: Likeness): Match {
  return likeness === 'equal' && compareParents(row, known) !== 'differ' ? { is: 'perhaps', reason: 'dua-nik' } : other;
}

/** Children of one mother born on one day are twins unless their order or their very name says that they are one. */
function matchByMother(row: PersonDraft, known: PersonDraft, likeness: Likeness): Match {
  if (row.birthOrder !== undefined && known.birthOrder !== undefined) return row.birthOrder === known.birthOrder ? same : other;
  if (likeness === 'equal') return same;
  const named = row.nameIsOfficial && known.nameIsOfficial;
  return named && likeness === 'other' ? other : { is: 'perhaps', reason: 'mungkin-kembar' };
}

function matchByName(row: PersonDraft, known: PersonDraft, likeness: Likeness): Match {
  const parents = compareParents(row, known);
  if (likeness === 'other' || parents === 'differ') return other;
  if (likeness === 'near') return isTwinName(row.name, known.name) ? other : { is: 'perhaps', reason: 'nama-mirip' };
  return parents === 'one-sided' ? { is: 'perhaps', reason: 'orang-tua-tidak-disebut' } : same;
}

/** Names that differ by an order only (By. Ny. Siti I and II) are twins, not spellings. */
function isTwinName(one: string, another: string): boolean {
  const order = /[\s(]+(i{1,3}|[1-3]|[ab])\)?\s*$/i;
  return order.test(one) && order.test(another);
}

function isOtherSex(row: PersonDraft, known: PersonDraft): boolean {
  return row.sex !== undefined && known.sex !== undefined && row.sex !== known.sex;
}

function isSameKnown(one: string | undefined, another: string | undefined): boolean {
  return one !== undefined && one === another;
}

/**
 * Whether a row that is read again is still about the person it was about. It need not be certain any more by itself: the person may have
 * got an official name or parents since. Another NIK, or another official name, is another matter.
 */
export function isStill(match: Match, row: PersonDraft, known: PersonDraft): boolean {
  if (match.is === 'same') return true;
  if (match.is === 'perhaps') return match.reason !== 'satu-nik' && match.reason !== 'dua-nik';
  const sameNik = row.nik === undefined || row.nik === known.nik;
  return !row.nameIsOfficial && row.birthDate === known.birthDate && !isOtherSex(row, known) && sameNik;
}
