import type { Issue } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { toComparable } from '../conversions/clean-text.ts';
import { toGiven } from '../given.ts';
import type { MappedRow } from '../mapped-row.ts';
import { toSighting } from '../mapped-row.ts';
import type { Person, PersonDraft } from '../visit.ts';
import { intOf } from '../int-of.ts';
import { compareNames } from './compare-names.ts';
import type { KnownPerson, PersonReview } from './known-person.ts';
import { isStill, matchPerson } from './match-person.ts';
import { mergePerson } from './merge-person.ts';
import { PersonIndex, type PersonEntry, type Sighted } from './person-index.ts';

/** Who the rows are about. */
export interface Recognition {
  /** Every person the rows speak of, as known after them. */
  readonly persons: readonly Person[];
  /** Id of the person by row. */
  readonly byRow: ReadonlyMap<number | string, string>;
  /** What recognising adds to a row's issues. */
  readonly issues: ReadonlyMap<number | string, readonly Issue[]>;
  /** Pairs an officer has to look at. */
  readonly reviews: readonly PersonReview[];
}

/**
 * Recognises the person of each row among the candidates and among the rows before it; a row that is nobody known gets a new id.
 * A near name, a second NIK or a missing parent makes a review, never a join. Each row costs only its own candidates.
 * `before` says whom a row that is read again was about: of two who look alike that one is meant.
 */
export function recognisePersons(
  rows: readonly MappedRow[],
  candidates: readonly KnownPerson[],
  newId: () => string,
  before: ReadonlyMap<number | string, string> = new Map(),
): Recognition {
  const index = new PersonIndex(candidates);
  const byRow = new Map<number | string, string>();
  const issues = new Map<number | string, readonly Issue[]>();
  const reviews: PersonReview[] = [];
  for (const row of rows) {
    const seen = toSighting(row);
    if (row.person === undefined || seen === undefined) continue;
    const areas = toAreas(row.person, seen.place);
    const found = findPerson({ row, person: row.person, before: before.get(row.row) }, areas, index);
    const entry = found.entry ?? index.add({ person: { ...row.person, id: newId() }, areas: new Set(), seen: new Map(), touched: true });
    entry.person = applyDoubt(mergePerson(entry.person, row.person), found);
    entry.touched = true;
    for (const area of areas) entry.areas.add(area);
    entry.seen.set(seen.date, toSighted(row));
    index.add(entry);
    byRow.set(row.row, entry.person.id);
    reviews.push(
      ...found.reviews.map(({ candidate, reason }) => ({ row: row.row, person: entry.person.id, candidate: candidate.person.id, reason })),
    );
    if (found.issues.length > 0) issues.set(row.row, found.issues);
  }
  return { persons: index.touched(), byRow, issues, reviews };
}

interface Found {
  readonly entry?: PersonEntry;
  readonly reviews: readonly { readonly candidate: PersonEntry; readonly reason: PersonReview['reason'] }[];
  readonly issues: readonly Issue[];
  readonly nikInDoubt: boolean;
}

interface SoughtRow {
  readonly row: MappedRow;
  readonly person: PersonDraft;
  readonly before: string | undefined;
}

function findPerson({ row, person, before }: SoughtRow, areas: readonly string[], index: PersonIndex): Found {
  const matches = index.near(person, areas).map((entry) => ({
    entry,
    match: matchPerson(
      person,
      entry.person,
      areas.some((area) => entry.areas.has(area)),
    ),
  }));
  const own = matches.find(({ entry, match }) => entry.person.id === before && isStill(match, person, entry.person))?.entry;
  const others = matches.filter(({ entry }) => entry !== own);
  const same = others.find(({ match }) => match.is === 'same')?.entry;
  const twins = same === undefined ? undefined : toTwins(row, person, same);
  if (twins !== undefined) return { ...toGiven({ entry: own }), ...twins };
  return toFound(
    own ?? same,
    others.flatMap(({ entry, match }) => (match.is === 'perhaps' ? [{ candidate: entry, reason: match.reason }] : [])),
  );
}

function toTwins(row: MappedRow, person: PersonDraft, same: PersonEntry): Found | undefined {
  if (isTwinWithOneNik(row, person, same)) {
    return { reviews: [{ candidate: same, reason: oneNik }], issues: [toReviewIssue(true)], nikInDoubt: true };
  }
  if (!isTwin(row, person, same)) return undefined;
  const issue = toIssue({ code: 'kemungkinan-kembar', severity: 'warning' });
  return { reviews: [{ candidate: same, reason: 'mungkin-kembar' }], issues: [issue], nikInDoubt: false };
}

function toFound(entry: PersonEntry | undefined, reviews: Found['reviews']): Found {
  if (entry !== undefined) return toSame(entry, reviews);
  const nikInDoubt = reviews.some(isAboutNik);
  return { reviews, issues: reviews.length === 0 ? [] : [toReviewIssue(nikInDoubt)], nikInDoubt };
}

function isAboutNik({ reason }: Found['reviews'][number]): boolean {
  return reason === 'satu-nik' || reason === 'dua-nik';
}

/** A known person whose NIK another one carries too, or who has two, stays in doubt however often the row comes again (D07). */
function toSame(entry: PersonEntry, reviews: Found['reviews']): Found {
  const shared = reviews.filter(isAboutNik);
  return { entry, reviews: shared, issues: shared.length === 0 ? [] : [toReviewIssue(true)], nikInDoubt: shared.length > 0 };
}

const oneNik: PersonReview['reason'] = 'satu-nik';

/** Two nameless babies of one mother and birth date with different measures on one day are two children. */
function isTwin(row: MappedRow, person: PersonDraft, entry: PersonEntry): boolean {
  const seen = entry.seen.get(toSighting(row)?.date ?? '');
  return !person.nameIsOfficial && person.nik === undefined && seen !== undefined && seen.contentHash !== row.contentHash;
}

/**
 * Zahra and Zahwa with one NIK: a name a letter apart is a spelling, unless both were weighed and measured on one day and
 * nothing of it agrees. Then one of them would overwrite the other.
 */
function isTwinWithOneNik(row: MappedRow, person: PersonDraft, entry: PersonEntry): boolean {
  const before = entry.seen.get(toSighting(row)?.date ?? '');
  if (before === undefined || person.nik === undefined || person.nik !== entry.person.nik) return false;
  const now = toSighted(row);
  const differs = isOther(before.weightG, now.weightG) && isOther(before.lengthMm, now.lengthMm);
  return differs && compareNames(person.name, entry.person.name) !== 'equal';
}

function isOther(one: number | undefined, other: number | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

function toSighted({ contentHash, visit }: MappedRow): Sighted {
  const elements = visit?.elements ?? [];
  return { contentHash, weightG: intOf(elements, 'berat-badan'), lengthMm: intOf(elements, 'tinggi-badan') };
}

function toReviewIssue(nikInDoubt: boolean): Issue {
  return nikInDoubt ? toIssue({ code: 'D07', severity: 'warning' }) : toIssue({ code: 'orang-mirip', severity: 'information' });
}

/** A NIK that two people carry is nobody's until somebody has looked (D07); those of this batch are both held. */
function applyDoubt(person: Person, { nikInDoubt, reviews }: Found): Person {
  if (!nikInDoubt) return person;
  for (const { candidate } of reviews) if (candidate.touched) candidate.person = { ...candidate.person, nikFault: 'nik-tidak-cocok' };
  return { ...person, nikFault: 'nik-tidak-cocok' };
}

function toAreas(person: PersonDraft, place: string): readonly string[] {
  const desa = person.address?.['desa'];
  return [place, ...(desa === undefined ? [] : [desa])].map(toComparable);
}
