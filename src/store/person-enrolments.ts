import type { Element, LocalDate, Reported } from '../map/visit.ts';
import type { Db, Tx } from './db.ts';
import { foldEnrolmentParts, isRepeated, withoutOlder, withPart } from './enrolment-parts.ts';
import {
  findEntry,
  holdEntries,
  isGone,
  openParts,
  saveEntries,
  type EnrolmentToKeep,
  type HeldEntry,
  type HeldRow,
  type ReasonOut,
} from './held-enrolments.ts';
import { toOwnId } from './own-id.ts';

export type { EnrolmentToKeep, ReasonOut } from './held-enrolments.ts';

/** Where a row was kept. `repeated`: another row had said the same of that day already. */
export interface KeptEnrolment {
  readonly id: string;
  readonly repeated: boolean;
}

/** An entry of the register of sasaran. `told` is the last day on which a register said so; `elements` are those of that day. */
export interface PersonEnrolment {
  readonly id: string;
  readonly person: string;
  readonly category: string;
  readonly place: string;
  readonly domicile?: string;
  readonly from: LocalDate;
  readonly told: LocalDate;
  readonly to?: LocalDate;
  readonly reasonOut?: ReasonOut;
  readonly elements: readonly Element[];
  readonly reported: Reported;
  readonly submission: string;
  readonly position: number;
}

/** An end that something else tells: of one category, or of all (a death). */
export interface EnrolmentEnding {
  readonly person: string;
  readonly category?: string;
  readonly on: LocalDate;
  readonly reason: ReasonOut;
}

interface EnrolmentRow extends HeldRow {
  readonly domicile: string | null;
  readonly from_date: LocalDate;
  readonly told_date: LocalDate;
  readonly submission: string;
  readonly position: number;
  readonly sealed_key: Buffer;
}

/**
 * Keeps entries that rows of a register open, and answers with where in the same order. Said again, an open entry goes on and its elements are
 * those of the latest register; said at another place on a later day, the family has moved and the old register lets go (field rule 10).
 * Ids once given stay, also when a file is read again and when people are merged.
 */
export async function saveEnrolmentsOf(tx: Tx, entries: readonly EnrolmentToKeep[], at: Date): Promise<readonly KeptEnrolment[]> {
  if (entries.length === 0) return [];
  const held = await holdEntries(
    tx,
    entries.map(({ person }) => person),
  );
  const changed = new Set<string>();
  const kept = new Map<EnrolmentToKeep, KeptEnrolment>();
  for (const entry of entries) {
    const { category, place, person } = entry;
    const fresh = { person, owner: person, category, place, to_date: null, reason_out: null, parts: [] };
    const before = findEntry(entry, [...held.values()]) ?? { ...fresh, id: toOwnId(at, tx.random) };
    const now = { ...before, parts: withPart(before.parts, entry) };
    held.set(now.id, now);
    changed.add(now.id);
    kept.set(entry, { id: now.id, repeated: isRepeated(now.parts, entry) });
  }
  await saveEntries(tx, toChosen(held, changed), at);
  await endMoved(tx, entries, [...held.values()], at);
  return entries.map((entry) => kept.get(entry) ?? { id: '', repeated: false });
}

/** Closes what is open of people: they moved, gave birth, lost the child, died or grew out of it. A death closes everything, at once. */
export async function closeEnrolments(tx: Tx, endings: readonly EnrolmentEnding[], at: Date): Promise<number> {
  // A death comes last, so that it goes before whatever else is told of that day.
  const deaths = endings.filter(({ reason }) => reason === 'meninggal');
  return (
    (await endAll(
      tx,
      endings.filter(({ reason }) => reason !== 'meninggal'),
      at,
    )) + (await endAll(tx, deaths, at))
  );
}

async function endAll(tx: Tx, endings: readonly EnrolmentEnding[], at: Date): Promise<number> {
  if (endings.length === 0) return 0;
  return tx.count('close-person-enrolments', [
    endings.map(({ person }) => person),
    endings.map(({ category }) => category ?? null),
    endings.map(({ on }) => on),
    endings.map(({ reason }) => reason),
    at,
  ]);
}

/**
 * Takes back what rows of a submission said of these people and its newer reading says no more; answers with those whom that changes. An entry
 * that other files still say goes on as they say it; who had moved there is back where the other register has them.
 */
export async function retractEnrolments(
  tx: Tx,
  { persons, ...newer }: { readonly submission: string; readonly reading: string; readonly persons: readonly string[] },
  at: Date,
): Promise<readonly string[]> {
  const held = await holdEntries(tx, persons);
  const changed = new Set<string>();
  for (const entry of held.values()) {
    const parts = withoutOlder(entry.parts, newer);
    if (parts === entry.parts) continue;
    held.set(entry.id, { ...entry, parts });
    changed.add(entry.id);
  }
  for (const gone of toChosen(held, changed).filter(isGone)) {
    const here = [...held.values()].filter((entry) => entry.reason_out === 'pindah' && hasMovedTo(entry, gone));
    for (const entry of here) {
      held.set(entry.id, { ...entry, to_date: null, reason_out: null });
      changed.add(entry.id);
    }
  }
  const chosen = toChosen(held, changed);
  await saveEntries(tx, chosen, at);
  return [...new Set(chosen.map(({ owner }) => owner))];
}

/** Opens again what a birth, a loss or a death had closed that nobody tells any more; `endings` are those that are told now. */
export async function reopenEnrolments(tx: Tx, persons: readonly string[], endings: readonly EnrolmentEnding[], at: Date): Promise<number> {
  if (persons.length === 0) return 0;
  const columns = [endings.map(({ person }) => person), endings.map(({ on }) => on), endings.map(({ reason }) => reason)];
  return tx.count('reopen-person-enrolments', [persons, ...columns, at]);
}

/** The entries of a person and of everybody merged into it, the earliest first, those that have ended too. */
export async function enrolmentsOfPerson(db: Db, person: string): Promise<readonly PersonEnrolment[]> {
  return enrolmentsOfPersons(db, [person]);
}

/** The entries of people, each under the person somebody was merged into, the earliest first. */
export async function enrolmentsOfPersons(db: Db, persons: readonly string[]): Promise<readonly PersonEnrolment[]> {
  if (persons.length === 0) return [];
  return (await db.rows<EnrolmentRow>('enrolments-of-persons', [persons, db.environment])).map((row) => toEnrolment(db, row));
}

function toChosen(held: ReadonlyMap<string, HeldEntry>, ids: ReadonlySet<string>): readonly HeldEntry[] {
  return [...ids].sort().flatMap((id) => held.get(id) ?? []);
}

function hasMovedTo(entry: HeldEntry, { owner, category, place, parts }: HeldEntry): boolean {
  const isOther = entry.owner === owner && entry.category === category && entry.place !== place;
  return isOther && parts.some(({ from }) => from === entry.to_date);
}

/** Whoever is listed elsewhere on a later day has moved there. */
async function endMoved(tx: Tx, entries: readonly EnrolmentToKeep[], held: readonly HeldEntry[], at: Date): Promise<void> {
  const moves = entries.flatMap(({ person, category, place, from }) =>
    held
      .filter((one) => one.owner === person && one.category === category && one.place !== place && one.to_date === null)
      .filter(({ parts }) => (foldEnrolmentParts(parts)?.told ?? from) < from)
      .map(({ id }) => ({ id, on: from })),
  );
  if (moves.length > 0) await tx.count('end-moved-enrolments', [moves.map(({ id }) => id), moves.map(({ on }) => on), at]);
}

function toEnrolment(db: Db, row: EnrolmentRow): PersonEnrolment {
  // Sealed under the key of whoever it was opened for, shown under whom they were merged into.
  const said = foldEnrolmentParts(openParts(db, row, row.sealed_key));
  return {
    ...{ id: row.id, person: row.owner, category: row.category, place: row.place },
    ...{ from: row.from_date, told: row.told_date, submission: row.submission, position: row.position },
    ...(row.domicile !== null && { domicile: row.domicile }),
    ...(row.to_date !== null && { to: row.to_date }),
    ...(row.reason_out !== null && { reasonOut: row.reason_out }),
    ...{ elements: said?.elements ?? [], reported: said?.reported ?? {} },
  };
}
