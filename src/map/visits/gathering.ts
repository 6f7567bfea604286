import type { Issue } from '../../fhir/issue.ts';
import type { Programme } from '../programme.ts';
import type { Duty, Person, Visit, VisitDraft } from '../visit.ts';
import type { MappedRow } from '../mapped-row.ts';
import type { KnownVisit, Support } from './known-visit.ts';
import type { GivenOrdinal } from './ordinals.ts';
import { toSaid, type VisitPart } from './visit-part.ts';

/** A visit after all rows about it, with those rows. */
export interface GatheredVisit {
  readonly visit: Visit;
  readonly duty: Duty;
  readonly rows: readonly (number | string)[];
  readonly parts: readonly VisitPart[];
  readonly gone: readonly GivenOrdinal[];
  /** `new`, `changed` (a correction or a further part), or `same`: no version is raised. */
  readonly outcome: 'new' | 'changed' | 'same';
  /** True when the parts are to be kept, even of a visit that says the same as before. */
  readonly noted: boolean;
  /** The visit up to the last of these rows: what its sender reported is held against this, not against what others said later. */
  readonly judged: Visit;
  /** The visit as it was kept before. */
  readonly known?: KnownVisit;
  /** Under which a new visit is kept. */
  readonly key?: string;
  readonly since?: KnownVisit['since'];
}

/** What became of a row when visits were gathered. */
export interface RowOutcome {
  readonly visit: string;
  /** True for a row that was read before, word for word. */
  readonly duplicate: boolean;
  readonly issues: readonly Issue[];
}

/** Every visit the rows speak of, and every row's visit. */
export interface Gathering {
  readonly visits: readonly GatheredVisit[];
  readonly byRow: ReadonlyMap<number | string, RowOutcome>;
  /** Rows that say nothing any more. */
  readonly replaced: ReadonlySet<number | string>;
  /** Visits that no row gives any more, because their number is about somebody else who has a visit of it already. */
  readonly emptied: readonly KnownVisit[];
}

/** Where rows come from, with what they are read and to whom they are owed. */
export interface RowsFrom {
  /** The submission of a row, and its position in that file. */
  readonly originOf: (row: number | string) => Pick<VisitPart, 'submission' | 'position'>;
  readonly tables: string;
  readonly duty: Duty;
}

/** What visits are gathered with. */
export interface GatherContext {
  readonly programme: Programme;
  readonly persons: readonly Person[];
  readonly personOf: ReadonlyMap<number | string, string>;
  readonly from: RowsFrom;
  readonly newId: () => string;
  /** Whom people were merged into: a visit of somebody who was merged is known under the other's key too, and stays theirs. */
  readonly survivorOf?: ReadonlyMap<string, string>;
  /** Keys under which visits are kept, also those of people who were erased. */
  readonly taken?: ReadonlySet<string>;
  /** Rows of other files that said the same as parts of visits whose numbers name others by now. */
  readonly supports?: readonly Support[];
}

/** A row that gives a visit: as a part of it, with its person and key. */
export interface VisitRow {
  readonly row: number | string;
  readonly draft: VisitDraft;
  readonly person: Person;
  /** Tells visits of a batch apart (`toEntryKey`). */
  readonly key: string;
  readonly number: string | undefined;
  readonly part: VisitPart;
}

/** The rows that give a visit, in order. */
export function toVisitRows(rows: readonly MappedRow[], { persons, personOf, from }: GatherContext): readonly VisitRow[] {
  const byId = new Map(persons.map((person) => [person.id, person] as const));
  const { originOf, tables, duty } = from;
  return rows.flatMap(({ row, visit: draft, contentHash }): readonly VisitRow[] => {
    const person = byId.get(personOf.get(row) ?? '');
    if (draft === undefined || person === undefined) return [];
    const { submission, position } = originOf(row);
    const part = { submission, position, contentHash, tables, duty, said: toSaid(draft) };
    return [{ row, draft, person, key: toEntryKey(draft, person.id), number: toNumberKey(draft), part }];
  });
}

/** A visit that is kept, with the person under whose key it is known by now. */
export interface OwnedVisit {
  readonly known: KnownVisit;
  readonly person: string;
}

/** Where both of two merged people have a visit of one key, the survivor's own goes on: it stands last. */
export function toSurvivorsLast(existing: readonly KnownVisit[], { survivorOf }: GatherContext): readonly OwnedVisit[] {
  const owned = existing.map((known): OwnedVisit => ({ known, person: survivorOf?.get(known.visit.person) ?? known.visit.person }));
  const isMerged = ({ known, person }: OwnedVisit): boolean => known.visit.person !== person;
  return [...owned.filter(isMerged), ...owned.filter((one) => !isMerged(one))];
}

/** A person as whom a known visit is kept: it stays with whoever it was given to, also when they were merged into this person since. */
export function toOwner(person: Person, known: string | undefined, { survivorOf }: GatherContext): Person {
  return known !== undefined && survivorOf?.get(known) === person.id ? { ...person, id: known } : person;
}

type KeyParts = Pick<VisitDraft, 'visitNumber' | 'date' | 'place' | 'service'>;

/** The sender's visit number with place and service; undefined where there is none. */
export function toNumberKey({ visitNumber, place, service }: KeyParts): string | undefined {
  return visitNumber === undefined ? undefined : `${place}|${service}|#${visitNumber}`;
}

/** The key of a visit: the sender's visit number with its place and service, or else person, place, date and service. */
export function toVisitKey(visit: KeyParts, person: string): string {
  const { place, date, service } = visit;
  return toNumberKey(visit) ?? `${person}|${place}|${date}|${service}`;
}

/** What a visit is found by among those of a batch: a number may be several people's, and each has one visit of it. */
export function toEntryKey(visit: KeyParts, person: string): string {
  const number = toNumberKey(visit);
  return number === undefined ? toVisitKey(visit, person) : `${number}|${person}`;
}

/** Keys under which a visit may be kept: its number goes to the first visit that bears it, so that two processes never make it both. */
export function toPossibleKeys(visit: KeyParts, person: string): readonly string[] {
  return [...new Set([toVisitKey(visit, person), toEntryKey(visit, person)])];
}

/** The key of a new visit. */
export function toFreeKey(visit: KeyParts & { readonly id: string }, person: string, taken: ReadonlySet<string>): string {
  return toPossibleKeys(visit, person).find((key) => !taken.has(key)) ?? `${toEntryKey(visit, person)}|${visit.id}`;
}
