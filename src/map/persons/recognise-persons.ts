import type { Issue } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { toComparable } from '../conversions/clean-text.ts';
import type { MappedRow } from '../mapped-row.ts';
import { toSighting } from '../mapped-row.ts';
import { toGiven } from '../given.ts';
import type { LocalDate, Person, PersonDraft } from '../visit.ts';
import { toComparedName } from './compare-names.ts';
import { findPerson, toSighted, type Found } from './find-person.ts';
import type { KnownPerson, PersonReview } from './known-person.ts';
import { mergePerson } from './merge-person.ts';
import { PersonIndex, type PersonEntry, type SoughtPerson } from './person-index.ts';

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
  /** Rows that point to somebody by nothing but a number, whom their sender has never told of (`toUnknownRow`). */
  readonly unknown: ReadonlySet<number | string>;
}

/** What is known from before, besides the candidates. */
export interface RecognisedBefore {
  /** Whom a row that is read again was about: of two who look alike that one is meant. */
  readonly byRow?: ReadonlyMap<number | string, string>;
  /** Pairs (`toPairKey`) of whom an officer has said that they are two: never asked again. */
  readonly notSame?: ReadonlySet<string>;
}

/**
 * Recognises the person of each row among the candidates and among the rows before it; a row that is nobody known gets a new id.
 * A near name, a second NIK or a missing parent makes a review, never a join. Each row costs only its own candidates.
 */
export function recognisePersons(
  rows: readonly MappedRow[],
  candidates: readonly KnownPerson[],
  newId: () => string,
  { byRow: before = new Map(), notSame = new Set() }: RecognisedBefore = {},
): Recognition {
  const index = new PersonIndex(candidates);
  const byRow = new Map<number | string, string>();
  const issues = new Map<number | string, readonly Issue[]>();
  const reviews: PersonReview[] = [];
  const unknown = new Set<number | string>();
  for (const sought of rows.flatMap(toSought)) {
    const { row, areas } = sought;
    const found = findPerson({ ...sought, before: before.get(row.row), notSame }, index);
    const entry = found.entry ?? toNewEntry(sought.person, newId);
    if (entry === undefined) {
      unknown.add(row.row);
      continue;
    }
    noteRow(entry, row, areas, found);
    index.add(entry);
    byRow.set(row.row, entry.person.id);
    reviews.push(...toReviews(row, entry, found));
    if (found.issues.length > 0) issues.set(row.row, found.issues);
  }
  return { persons: index.touched(), byRow, issues, reviews, unknown };
}

function toSought(row: MappedRow): readonly (SoughtPerson & { readonly row: MappedRow })[] {
  const { person } = row;
  const seen = toSighting(row);
  if (person === undefined || seen === undefined) return [];
  return [{ row, person, areas: toAreas(person, seen.place), name: toComparedName(person.name) }];
}

/** A row that names nobody: it can only be about somebody its sender has told of before. */
function isPointer({ name, birthDate }: PersonDraft): boolean {
  return name === '' && birthDate === undefined;
}

/** Puts a row aside that points to somebody nobody knows. It keeps no person and no visit: it is read again when the person has come. */
export function toUnknownRow({ person: _person, visit: _visit, registered: _seen, enrolment: _entry, ...row }: MappedRow): MappedRow {
  const issue = toIssue({ code: 'orang-tidak-dikenal', severity: 'error' });
  return { ...row, status: 'quarantined', reason: 'orang-tidak-dikenal', issues: [...row.issues, issue] };
}

/** Nobody is made of a number alone. */
function toNewEntry(person: PersonDraft, newId: () => string): PersonEntry | undefined {
  if (isPointer(person)) return undefined;
  return { person: { ...person, id: newId() }, areas: new Set(), numbers: new Set(), seen: new Map(), touched: true };
}

/** A NIK that arrives later is remembered with its day: until then the person was known without one. */
function withNikSince(before: Person, now: Person, date: LocalDate | undefined): Person {
  return before.nik === undefined && now.nik !== undefined ? { ...now, ...toGiven({ nikSince: date }) } : now;
}

function noteRow(entry: PersonEntry, row: MappedRow, areas: readonly string[], found: Found): void {
  const { person, contentHash } = row;
  if (person === undefined) return;
  entry.person = withNikSince(entry.person, applyDoubt(mergePerson(entry.person, person), found), toSighting(row)?.date);
  entry.touched = true;
  for (const area of areas) entry.areas.add(area);
  if (person.localId !== undefined) entry.numbers.add(person.localId);
  entry.seen.set(toSighting(row)?.date ?? '', toSighted({ ...row, contentHash }));
}

function toReviews({ row }: MappedRow, { person }: PersonEntry, { reviews }: Found): readonly PersonReview[] {
  return reviews.map(({ candidate, reason }) => ({ row, person: person.id, candidate: candidate.person.id, reason }));
}

/** A NIK that two people carry is nobody's until somebody has looked (D07); those of this batch are both held. */
function applyDoubt(person: Person, { nikInDoubt, sharers }: Found): Person {
  if (!nikInDoubt) return person;
  for (const candidate of sharers) if (candidate.touched) candidate.person = { ...candidate.person, nikFault: 'nik-tidak-cocok' };
  return { ...person, nikFault: 'nik-tidak-cocok' };
}

function toAreas(person: PersonDraft, place: string): readonly string[] {
  const desa = person.address?.['desa'];
  return [place, ...(desa === undefined ? [] : [desa])].map(toComparable);
}
