import type { PersonDraft } from '../visit.ts';
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
  if (row.nik !== undefined && row.nik === known.nik) return matchByNik(row, known, likeness === 'other');
  if (row.birthDate !== known.birthDate || isOtherSex(row, known)) return other;
  const twoNik = row.nik !== undefined && known.nik !== undefined;
  if (!twoNik && row.nikIbu !== undefined && row.nikIbu === known.nikIbu) return matchByMother(row, known, likeness === 'other');
  if (!twoNik && row.localId !== undefined && row.localId === known.localId && likeness !== 'other') return same;
  if (!sameArea || likeness === 'other') return other;
  if (twoNik) return likeness === 'equal' && compareParents(row, known) !== 'differ' ? { is: 'perhaps', reason: 'dua-nik' } : other;
  return matchByName(row, known, likeness === 'equal');
}

function matchByNik(row: PersonDraft, known: PersonDraft, otherName: boolean): Match {
  if (!otherName || !row.nameIsOfficial || !known.nameIsOfficial) return same;
  return { is: 'perhaps', reason: 'satu-nik' };
}

/** Children of one mother born on one day are twins unless their names or their order say that they are one. */
function matchByMother(row: PersonDraft, known: PersonDraft, otherName: boolean): Match {
  if (row.birthOrder !== known.birthOrder && row.birthOrder !== undefined && known.birthOrder !== undefined) return other;
  if (!otherName) return same;
  const sameOrder = row.birthOrder !== undefined && row.birthOrder === known.birthOrder;
  if (sameOrder) return same;
  return row.nameIsOfficial && known.nameIsOfficial ? other : { is: 'perhaps', reason: 'mungkin-kembar' };
}

function matchByName(row: PersonDraft, known: PersonDraft, equalName: boolean): Match {
  const parents = compareParents(row, known);
  if (parents === 'differ') return other;
  if (!equalName) return isTwinName(row.name, known.name) ? other : { is: 'perhaps', reason: 'nama-mirip' };
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
