import type { LocalDate } from '../map/visit.ts';
import type { Db } from './db.ts';
import { toKnownVisit, type KnownVisit, type VisitRow } from './visits.ts';

/** Every visit of a person that stands, the earliest first. */
export async function visitsOfPerson(db: Db, person: string): Promise<readonly KnownVisit[]> {
  return (await db.rows<VisitRow>('visits-of-person', [person, db.environment])).map((row) => toKnownVisit(db, row));
}

/** Every visit of these people that stands, the earliest first; a visit of somebody who was merged stands under the person they were merged into. */
export async function visitsOfPersons(db: Db, persons: readonly string[]): Promise<readonly KnownVisit[]> {
  if (persons.length === 0) return [];
  return (await db.rows<OwnedRow>('visits-of-persons', [persons, db.environment])).map((row) => toOwnedVisit(db, row));
}

/** As `visitsOfPersons`, of the days from `from` to `to` (both included). */
export async function visitsAround(
  db: Db,
  persons: readonly string[],
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<readonly KnownVisit[]> {
  if (persons.length === 0) return [];
  return (await db.rows<OwnedRow>('visits-around', [persons, db.environment, from, to])).map((row) => toOwnedVisit(db, row));
}

type OwnedRow = VisitRow & { readonly owner: string };

function toOwnedVisit(db: Db, { owner, ...row }: OwnedRow): KnownVisit {
  const known = toKnownVisit(db, row);
  return { ...known, visit: { ...known.visit, person: owner } };
}
