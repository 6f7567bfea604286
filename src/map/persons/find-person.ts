import type { Issue } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { toGiven } from '../given.ts';
import type { MappedRow } from '../mapped-row.ts';
import { toSighting } from '../mapped-row.ts';
import { intOf } from '../int-of.ts';
import type { PersonDraft } from '../visit.ts';
import { compareCompared } from './compare-names.ts';
import { toPairKey, type ReviewReason } from './known-person.ts';
import { isStill, matchPerson, type Match } from './match-person.ts';
import type { PersonEntry, PersonIndex, Sighted, SoughtPerson } from './person-index.ts';

/** Whom a row is about, if anybody known, and who has to be looked at. */
export interface Found {
  readonly entry?: PersonEntry;
  readonly reviews: readonly Asked[];
  readonly issues: readonly Issue[];
  /** True where the NIK of the row may be somebody else's: those are the sharers. */
  readonly nikInDoubt: boolean;
  readonly sharers: readonly PersonEntry[];
}

/** A known person who may be the one, for an officer to look at. */
export interface Asked {
  readonly candidate: PersonEntry;
  readonly reason: ReviewReason;
}

/** A row whose person is sought, with what is known from before. */
export interface SoughtRow extends SoughtPerson {
  readonly row: MappedRow;
  readonly before: string | undefined;
  readonly notSame: ReadonlySet<string>;
}

interface Matched {
  readonly entry: PersonEntry;
  readonly match: Match;
}

const nobody: Found = { reviews: [], issues: [], nikInDoubt: false, sharers: [] };

/** Finds the person of a row among those known so far. */
export function findPerson(sought: SoughtRow, index: PersonIndex): Found {
  const { person, before } = sought;
  if (isNumberAlone(person)) return findByNumber(sought, index);
  const matches = index.near(sought).map((entry): Matched => ({ entry, match: matchEntry(sought, entry, index) }));
  const own = matches.find(({ entry, match }) => entry.person.id === before && isStill(match, person, entry.person))?.entry;
  return findAmong(
    matches.filter(({ entry }) => entry !== own),
    own,
    sought,
    index,
  );
}

function findAmong(others: readonly Matched[], own: PersonEntry | undefined, sought: SoughtRow, index: PersonIndex): Found {
  const same = others.find(({ match }) => match.is === 'same')?.entry;
  const twins = same === undefined ? undefined : toTwins(sought, same, index);
  if (twins !== undefined) return { ...toGiven({ entry: own }), ...twins };
  const entry = own ?? same ?? findSole(others, sought);
  const asked = others.flatMap(({ entry: candidate, match }) =>
    candidate !== entry && 'reason' in match ? [{ candidate, reason: match.reason }] : [],
  );
  return toFound(entry, asked, sought.notSame);
}

function isNumberAlone({ name, birthDate, nik }: PersonDraft): boolean {
  return name === '' && birthDate === undefined && nik === undefined;
}

/** A number alone: who it is, its sender has said before. */
function findByNumber({ person: { localId }, areas }: SoughtRow, index: PersonIndex): Found {
  const entry = localId === undefined ? undefined : index.byNumber(localId, areas);
  return entry === undefined ? nobody : { ...nobody, entry };
}

function matchEntry({ person, areas, name }: SoughtRow, entry: PersonEntry, index: PersonIndex): Match {
  return matchPerson(person, entry.person, {
    sameArea: areas.some((area) => entry.areas.has(area)),
    sameNumber: person.localId !== undefined && entry.numbers.has(person.localId),
    names: [name, index.nameOf(entry)],
  });
}

/** A baby that got its name is the one its mother bore that day, where she bore no other and nobody weighed another beside it. */
function findSole(matches: readonly Matched[], { row }: SoughtRow): PersonEntry | undefined {
  const [first, ...more] = matches.filter(
    ({ match }) => match.is === 'sole' || (match.is === 'perhaps' && match.reason === 'mungkin-kembar'),
  );
  if (first?.match.is !== 'sole' || more.length > 0) return undefined;
  const seen = first.entry.seen.get(toSighting(row)?.date ?? '');
  return seen === undefined || seen.contentHash === row.contentHash ? first.entry : undefined;
}

function toTwins(sought: SoughtRow, same: PersonEntry, index: PersonIndex): Omit<Found, 'entry'> | undefined {
  if (isTwinWithOneNik(sought, same, index)) {
    return { reviews: [{ candidate: same, reason: 'satu-nik' }], issues: [toReviewIssue(true)], nikInDoubt: true, sharers: [same] };
  }
  if (!isTwin(sought, same)) return undefined;
  const issue = toIssue({ code: 'kemungkinan-kembar', severity: 'warning' });
  return { ...nobody, reviews: [{ candidate: same, reason: 'mungkin-kembar' }], issues: [issue] };
}

/** A known person whose NIK another one carries too, or who has two, stays in doubt however often the row comes again (D07). */
function toFound(entry: PersonEntry | undefined, asked: readonly Asked[], notSame: ReadonlySet<string>): Found {
  const isSettled = ({ candidate }: Asked): boolean => entry !== undefined && notSame.has(toPairKey(entry.person.id, candidate.person.id));
  const open = asked.filter((one) => !isSettled(one));
  // That they are two takes the doubt from two NIK, but not from one NIK: it is still not known whose it is.
  const doubted = asked.filter((one) => one.reason === 'satu-nik' || (one.reason === 'dua-nik' && !isSettled(one)));
  const nikInDoubt = doubted.length > 0;
  const reviews = entry === undefined ? open : open.filter(({ reason }) => reason === 'satu-nik' || reason === 'dua-nik');
  const isTold = nikInDoubt || (entry === undefined && reviews.length > 0);
  const sharers = doubted.map(({ candidate }) => candidate);
  return { ...toGiven({ entry }), reviews, issues: isTold ? [toReviewIssue(nikInDoubt)] : [], nikInDoubt, sharers };
}

/** Two nameless babies of one mother and birth date with different measures on one day are two children. */
function isTwin({ row, person }: SoughtRow, entry: PersonEntry): boolean {
  const seen = entry.seen.get(toSighting(row)?.date ?? '');
  const unordered = person.birthOrder === undefined || entry.person.birthOrder === undefined;
  const isOther = seen !== undefined && seen.contentHash !== row.contentHash;
  return isOther && unordered && !person.nameIsOfficial && person.nik === undefined;
}

/**
 * Zahra and Zahwa with one NIK: a name a letter apart is a spelling, unless both were weighed and measured on one day and
 * nothing of it agrees. Then one of them would overwrite the other.
 */
function isTwinWithOneNik({ row, person, name }: SoughtRow, entry: PersonEntry, index: PersonIndex): boolean {
  const before = entry.seen.get(toSighting(row)?.date ?? '');
  if (before === undefined || person.nik === undefined || person.nik !== entry.person.nik) return false;
  const now = toSighted(row);
  const differs = isOther(before.weightG, now.weightG) && isOther(before.lengthMm, now.lengthMm);
  return differs && compareCompared(name, index.nameOf(entry)) !== 'equal';
}

function isOther(one: number | undefined, other: number | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

/** What a row says of its person on its day. */
export function toSighted({ contentHash, visit }: MappedRow): Sighted {
  const elements = visit?.elements ?? [];
  return { contentHash, weightG: intOf(elements, 'berat-badan'), lengthMm: intOf(elements, 'tinggi-badan') };
}

function toReviewIssue(nikInDoubt: boolean): Issue {
  return nikInDoubt ? toIssue({ code: 'D07', severity: 'warning' }) : toIssue({ code: 'orang-mirip', severity: 'information' });
}
