import type { Issue } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { toComparable } from '../conversions/clean-text.ts';
import { toComparableName } from '../conversions/read-name.ts';
import type { MappedRow } from '../mapped-row.ts';
import { toSighting } from '../mapped-row.ts';
import type { Person, PersonDraft } from '../visit.ts';
import { intOf } from '../rows/check-growth.ts';
import { compareNames } from './compare-names.ts';
import type { KnownPerson, PersonReview } from './known-person.ts';
import { matchPerson } from './match-person.ts';
import { mergePerson } from './merge-person.ts';

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

interface Entry {
  person: Person;
  readonly areas: Set<string>;
  /** Visit dates and contents of this batch, to tell twins without names from a row that came twice. */
  readonly seen: Map<string, Sighted>;
  touched: boolean;
}

/** What a row of this batch said of a person on one day. */
interface Sighted {
  readonly contentHash: string;
  readonly weightG: number | undefined;
  readonly lengthMm: number | undefined;
}

/**
 * Recognises the person of each row among the candidates and among the rows before it; a row that is nobody known gets a new id.
 * A near name, a second NIK or a missing parent makes a review, never a join. Each row costs only its own candidates.
 */
export function recognisePersons(rows: readonly MappedRow[], candidates: readonly KnownPerson[], newId: () => string): Recognition {
  const index = new PersonIndex();
  for (const { person, areas } of candidates)
    index.add({ person, areas: new Set(areas.map(toComparable)), seen: new Map(), touched: false });
  const byRow = new Map<number | string, string>();
  const issues = new Map<number | string, readonly Issue[]>();
  const reviews: PersonReview[] = [];
  for (const row of rows) {
    const seen = toSighting(row);
    if (row.person === undefined || seen === undefined) continue;
    const areas = toAreas(row.person, seen.place);
    const found = findPerson(row, row.person, areas, index);
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
  readonly entry?: Entry;
  readonly reviews: readonly { readonly candidate: Entry; readonly reason: PersonReview['reason'] }[];
  readonly issues: readonly Issue[];
  readonly nikInDoubt: boolean;
}

function findPerson(row: MappedRow, person: PersonDraft, areas: readonly string[], index: PersonIndex): Found {
  const matches = index.near(person, areas).map((entry) => ({
    entry,
    match: matchPerson(
      person,
      entry.person,
      areas.some((area) => entry.areas.has(area)),
    ),
  }));
  const same = matches.find(({ match }) => match.is === 'same')?.entry;
  if (same !== undefined && isTwinWithOneNik(row, person, same)) {
    return { reviews: [{ candidate: same, reason: oneNik }], issues: [toReviewIssue(true)], nikInDoubt: true };
  }
  if (same !== undefined && isTwin(row, person, same)) {
    const issue = toIssue({ code: 'kemungkinan-kembar', severity: 'warning' });
    return { reviews: [{ candidate: same, reason: 'mungkin-kembar' }], issues: [issue], nikInDoubt: false };
  }
  const reviews = matches.flatMap(({ entry, match }) => (match.is === 'perhaps' ? [{ candidate: entry, reason: match.reason }] : []));
  if (same !== undefined) return toSame(same, reviews);
  const nikInDoubt = reviews.some(({ reason }) => reason === 'satu-nik' || reason === 'dua-nik');
  return { reviews, issues: reviews.length === 0 ? [] : [toReviewIssue(nikInDoubt)], nikInDoubt };
}

/** A known person whose NIK another one carries too stays in doubt however often the row comes again (D07). */
function toSame(entry: Entry, reviews: Found['reviews']): Found {
  const shared = reviews.filter(({ reason }) => reason === oneNik);
  return { entry, reviews: shared, issues: shared.length === 0 ? [] : [toReviewIssue(true)], nikInDoubt: shared.length > 0 };
}

const oneNik: PersonReview['reason'] = 'satu-nik';

/** Two nameless babies of one mother and birth date with different measures on one day are two children. */
function isTwin(row: MappedRow, person: PersonDraft, entry: Entry): boolean {
  const seen = entry.seen.get(toSighting(row)?.date ?? '');
  return !person.nameIsOfficial && person.nik === undefined && seen !== undefined && seen.contentHash !== row.contentHash;
}

/**
 * Zahra and Zahwa with one NIK: a name a letter apart is a spelling, unless both were weighed and measured on one day and
 * nothing of it agrees. Then one of them would overwrite the other.
 */
function isTwinWithOneNik(row: MappedRow, person: PersonDraft, entry: Entry): boolean {
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

/** Candidates by the few facts that can make two rows one person. */
class PersonIndex {
  readonly #byKey = new Map<string, Set<Entry>>();
  readonly #entries = new Set<Entry>();

  add(entry: Entry): Entry {
    this.#entries.add(entry);
    for (const key of toKeys(entry.person, entry.areas)) {
      const entries = this.#byKey.get(key) ?? new Set();
      this.#byKey.set(key, entries.add(entry));
    }
    return entry;
  }

  near(person: PersonDraft, areas: readonly string[]): readonly Entry[] {
    return [...new Set(toKeys(person, areas).flatMap((key) => [...(this.#byKey.get(key) ?? [])]))];
  }

  touched(): readonly Person[] {
    return [...this.#entries].filter(({ touched }) => touched).map(({ person }) => person);
  }
}

/** Without a birth date only the name can lead to a person, and then only in the same area. */
function toKeys(person: PersonDraft, areas: Iterable<string>): readonly string[] {
  const { nik, nikIbu, localId, birthDate } = person;
  const keys = nik === undefined ? [] : [`nik:${nik}`];
  const born = birthDate ?? toComparableName(person.name);
  for (const area of areas) keys.push(`area:${born}:${area}`);
  if (nikIbu !== undefined) keys.push(`mother:${born}:${nikIbu}`);
  if (localId !== undefined) keys.push(`sender:${born}:${localId}`);
  return keys;
}
