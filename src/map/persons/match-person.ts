import { isBabyName } from '../conversions/read-name.ts';
import type { PersonDraft } from '../visit.ts';
import type { ComparedName, Likeness, ParentAgreement } from './compare-names.ts';
import { compareCompared, compareParents, toComparedName } from './compare-names.ts';
import type { ReviewReason } from './known-person.ts';

/**
 * Whether a row is about a person: the same, the same if it can be nobody else, perhaps the same (an officer decides), or somebody else.
 */
export type Match = { readonly is: 'same' } | { readonly is: 'sole' | 'perhaps'; readonly reason: ReviewReason } | { readonly is: 'other' };

/** What is known of the two besides what they say: the same sender's number, the same place or desa. Names are taken apart once. */
export interface MatchFacts {
  readonly sameArea: boolean;
  readonly sameNumber?: boolean;
  readonly names?: readonly [row: ComparedName, known: ComparedName];
}

interface Pair {
  readonly row: PersonDraft;
  readonly known: PersonDraft;
  readonly likeness: Likeness;
  readonly sameArea: boolean;
  readonly sameNumber: boolean;
}

const same: Match = { is: 'same' };
const other: Match = { is: 'other' };

/**
 * Holds a row against a known person: a valid own NIK; else the mother's NIK with birth date and order; else the sender's id;
 * else birth date, sex and area with equal name and parent. A NIK alone does not join two people of different names (D07).
 */
export function matchPerson(row: PersonDraft, known: PersonDraft, facts: MatchFacts): Match {
  const { sameArea, sameNumber = isSameKnown(row.localId, known.localId) } = facts;
  const [a, b] = facts.names ?? [toComparedName(row.name), toComparedName(known.name)];
  const pair: Pair = { row, known, likeness: compareCompared(a, b), sameArea, sameNumber };
  return isSameKnown(row.nik, known.nik) ? matchByNik(pair) : matchOtherwise(pair);
}

function matchOtherwise(pair: Pair): Match {
  const { row, known } = pair;
  if (isOtherSex(row, known)) return other;
  if (row.birthDate !== known.birthDate) return isToldByNumber(pair) ? same : other;
  return hasTwoNik(row, known) ? matchTwoNik(pair) : matchWithoutNik(pair);
}

function matchWithoutNik(pair: Pair): Match {
  const { row, known, likeness, sameArea, sameNumber } = pair;
  if (isSameKnown(row.nikIbu, known.nikIbu)) return matchByMother(pair);
  if (sameNumber && (likeness !== 'other' || isNamed(pair))) return same;
  return sameArea ? matchByName(pair) : other;
}

/** A sender that has told the birth date once need not tell it again beside its own number, and may tell it later. */
function isToldByNumber({ row, known, likeness, sameNumber }: Pair): boolean {
  const isOpen = row.birthDate === undefined || known.birthDate === undefined;
  return sameNumber && isOpen && (row.name === '' || likeness !== 'other');
}

function matchByNik({ row, known, likeness }: Pair): Match {
  if (row.name === '' || likeness !== 'other' || !row.nameIsOfficial || !known.nameIsOfficial) return same;
  return { is: 'perhaps', reason: 'satu-nik' };
}

function hasTwoNik(row: PersonDraft, known: PersonDraft): boolean {
  return row.nik !== undefined && known.nik !== undefined && !isCorrection(row, known);
}

/** A NIK that contradicts its own bearer's birth date or sex says nothing against one that agrees: that is how a neighbour's NIK is corrected. */
function isCorrection(row: PersonDraft, known: PersonDraft): boolean {
  return known.nikFault === 'nik-tidak-cocok' && row.nikFault === undefined;
}

function matchTwoNik({ row, known, likeness, sameArea }: Pair): Match {
  if (!sameArea) return other;
  return likeness === 'equal' && compareParents(row, known) !== 'differ' ? { is: 'perhaps', reason: 'dua-nik' } : other;
}

/**
 * Children of one mother born on one day are twins unless their order or their very name says that they are one. A baby that got its name
 * is that baby, where the mother has no other one of that day.
 */
function matchByMother(pair: Pair): Match {
  const { row, known, likeness } = pair;
  if (row.birthOrder !== undefined && known.birthOrder !== undefined) return row.birthOrder === known.birthOrder ? same : other;
  return likeness === 'equal' ? same : matchTwins(pair);
}

function matchTwins(pair: Pair): Match {
  const { row, known, likeness, sameNumber } = pair;
  const named = row.nameIsOfficial && known.nameIsOfficial;
  if (named && likeness === 'other') return other;
  // A family's number is also that of the twin, whose name is often a letter apart.
  if (sameNumber && !named) return same;
  return { is: isNamed(pair) ? 'sole' : 'perhaps', reason: 'mungkin-kembar' };
}

/** One of the two is still called after the mother, and the other has a name. */
function isNamed({ row, known }: Pick<Pair, 'row' | 'known'>): boolean {
  return row.nameIsOfficial ? isBabyName(known.name) : isBabyName(row.name) && known.nameIsOfficial;
}

function matchByName(pair: Pair): Match {
  const { row, known, likeness } = pair;
  const parents = compareParents(row, known);
  if (isOtherOrder(row, known) || parents === 'differ') return other;
  switch (likeness) {
    case 'equal':
      return matchEqualNames(pair, parents);
    case 'near':
      return isTwinName(row.name, known.name) ? other : { is: 'perhaps', reason: 'nama-mirip' };
    case 'other':
      return parents === 'agree' ? matchNamed(pair) : other;
  }
}

function matchNamed(pair: Pair): Match {
  return isNamed(pair) ? { is: 'perhaps', reason: 'bayi-diberi-nama' } : other;
}

function matchEqualNames({ row, known }: Pair, parents: ParentAgreement): Match {
  if (parents === 'one-sided') return { is: 'perhaps', reason: 'orang-tua-tidak-disebut' };
  // Two mothers of one name may each have a baby on one day.
  return isOtherMother(row, known) && !row.nameIsOfficial ? { is: 'perhaps', reason: 'nama-mirip' } : same;
}

/** Names that differ by an order only (By. Ny. Siti I and II) are twins, not spellings. */
function isTwinName(one: string, another: string): boolean {
  const order = /[\s(]+(i{1,3}|[1-3]|[ab])\)?\s*$/i;
  return order.test(one) && order.test(another);
}

/** The order counts among babies without a name: beside a name it is also written as "the mother's third child". */
function isOtherOrder(row: PersonDraft, known: PersonDraft): boolean {
  const unnamed = !row.nameIsOfficial && !known.nameIsOfficial;
  return unnamed && row.birthOrder !== undefined && known.birthOrder !== undefined && row.birthOrder !== known.birthOrder;
}

function isOtherSex(row: PersonDraft, known: PersonDraft): boolean {
  return row.sex !== undefined && known.sex !== undefined && row.sex !== known.sex;
}

function isOtherMother(row: PersonDraft, known: PersonDraft): boolean {
  return row.nikIbu !== undefined && known.nikIbu !== undefined && row.nikIbu !== known.nikIbu;
}

function isSameKnown(one: string | undefined, another: string | undefined): boolean {
  return one !== undefined && one === another;
}

/**
 * Whether a row that is read again is still about the person it was about. It need not be certain any more by itself: the person may have
 * got an official name or parents since. Another NIK, or another official name, is another matter.
 */
export function isStill(match: Match, row: PersonDraft, known: PersonDraft): boolean {
  switch (match.is) {
    case 'same':
    case 'sole':
      return true;
    case 'perhaps':
      return match.reason !== 'satu-nik' && match.reason !== 'dua-nik';
    case 'other':
      return isUnnamedSame(row, known);
  }
}

function isUnnamedSame(row: PersonDraft, known: PersonDraft): boolean {
  const sameNik = row.nik === undefined || row.nik === known.nik;
  return !row.nameIsOfficial && row.birthDate === known.birthDate && !isOtherSex(row, known) && sameNik;
}
