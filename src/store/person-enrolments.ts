import { toDaysBetween } from '../map/days.ts';
import type { Element, EnrolmentDraft, LocalDate, Reported } from '../map/visit.ts';
import type { Db, Tx } from './db.ts';
import { toOwnId } from './own-id.ts';
import { personKeysOf, unwrapPersonKey } from './person-keys.ts';
import { sealJson, unsealJson } from './sealing/seal.ts';

/** Why somebody left a register (field rule 1). */
export type ReasonOut = 'pindah' | 'melahirkan' | 'keguguran' | 'meninggal' | 'lewat-umur';

/** An entry that a row of a register opens, with the row it came from. */
export interface EnrolmentToKeep extends EnrolmentDraft {
  readonly person: string;
  /** Desa of the domicile on that day. */
  readonly domicile?: string;
  readonly submission: string;
  readonly position: number;
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

interface HeldRow {
  readonly id: string;
  readonly person: string;
  readonly category: string;
  readonly place: string;
  readonly from_date: LocalDate;
  readonly told_date: LocalDate;
  readonly to_date: LocalDate | null;
  readonly reason_out: ReasonOut | null;
  readonly submission: string;
  readonly position: number;
  readonly removed: boolean;
}

interface EnrolmentRow extends Omit<HeldRow, 'removed'> {
  readonly owner: string;
  readonly domicile: string | null;
  readonly sealed_key: Buffer;
  readonly sealed_entry: Buffer;
}

/** A register that says the same category again after so long speaks of another time (a next pregnancy). Our own choice: a pregnancy ends within 45 weeks. */
const longestGapDays = 315;

/**
 * Keeps entries that rows of a register open, and answers with their ids in the same order. Said again, an open entry goes on and its elements are
 * those of the latest register; said at another place on a later day, the family has moved and the old register lets go (field rule 10).
 * Ids once given stay, also when a file is read again.
 */
export async function saveEnrolmentsOf(tx: Tx, entries: readonly EnrolmentToKeep[], at: Date): Promise<readonly string[]> {
  if (entries.length === 0) return [];
  const persons = [...new Set(entries.map(({ person }) => person))];
  const held = await tx.rows<HeldRow>('hold-person-enrolments', [persons, tx.environment]);
  const keys = await personKeysOf(tx, persons);
  const rows = new Map(held.map((row) => [row.id, row] as const));
  const toSave = new Map<string, SealedEntry>();
  const ids = new Map<EnrolmentToKeep, string>();
  for (const entry of [...entries].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const row = toRow(entry, [...rows.values()], () => toOwnId(at, tx.random));
    rows.set(row.id, row);
    ids.set(entry, row.id);
    const sealed = isOf(row, entry) ? sealEntry(tx, row.id, entry, keys) : null;
    toSave.set(row.id, { row, domicile: entry.domicile ?? null, sealed: sealed ?? toSave.get(row.id)?.sealed ?? null });
  }
  await saveRows(tx, [...toSave.values()], at);
  await endMoved(tx, entries, [...rows.values()], at);
  return entries.map((entry) => ids.get(entry) ?? '');
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

/** Takes back the entries of a submission that none of its rows gives any more, after it was read again; returns how many. */
export async function retractEnrolments(tx: Tx, submission: string, stillGiven: readonly string[], at: Date): Promise<number> {
  return tx.count('retract-person-enrolments', [submission, stillGiven, at]);
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

interface SealedEntry {
  readonly row: HeldRow;
  readonly domicile: string | null;
  /** Null: what was said before stays. */
  readonly sealed: Buffer | null;
}

function isOf(row: HeldRow, { submission, position }: Pick<EnrolmentToKeep, 'submission' | 'position'>): boolean {
  return row.submission === submission && row.position === position;
}

function sealEntry(
  tx: Tx,
  id: string,
  { person, elements, reported }: EnrolmentToKeep,
  keys: Awaited<ReturnType<typeof personKeysOf>>,
): Buffer {
  const key = keys.get(person);
  if (key === undefined) throw new Error('an entry is kept only after its person');
  return sealJson(key, contextOf(id), { elements, reported }, tx.random);
}

/** The entry a row goes on with: the one it opened before, or the open one of that person, category and place. */
function toRow(entry: EnrolmentToKeep, known: readonly HeldRow[], newId: () => string): HeldRow {
  const { person, category, place, from, submission, position } = entry;
  const before =
    known.find((row) => isOf(row, entry)) ?? known.find((row) => !row.removed && row.to_date === null && isSameEntry(row, entry));
  const fresh = { person, category, place, submission, position, removed: false };
  if (before === undefined) return { ...fresh, id: newId(), from_date: from, told_date: from, to_date: null, reason_out: null };
  const opened = before.from_date < from ? before.from_date : from;
  // What an older register says, read late, does not replace what a newer one said.
  if (from < before.told_date && !isOf(before, entry)) return { ...before, from_date: opened };
  return { ...before, ...fresh, from_date: isOf(before, entry) && before.from_date === before.told_date ? from : opened, told_date: from };
}

function isSameEntry(row: HeldRow, { person, category, place, from }: EnrolmentToKeep): boolean {
  const isSame = row.person === person && row.category === category && row.place === place;
  return isSame && Math.abs(toDaysBetween(row.told_date, from)) <= longestGapDays;
}

async function saveRows(tx: Tx, entries: readonly SealedEntry[], at: Date): Promise<void> {
  const rows = entries.map(({ row }) => row);
  await tx.count('save-person-enrolments', [
    rows.map(({ id }) => id),
    rows.map(({ person }) => person),
    rows.map(({ category }) => category),
    rows.map(({ place }) => place),
    entries.map(({ domicile }) => domicile),
    rows.map(({ from_date }) => from_date),
    rows.map(({ told_date }) => told_date),
    rows.map(({ to_date }) => to_date),
    rows.map(({ reason_out }) => reason_out),
    rows.map(({ submission }) => submission),
    rows.map(({ position }) => position),
    entries.map(({ sealed }) => sealed),
    tx.environment,
    at,
  ]);
}

/** Whoever is listed elsewhere on a later day has moved there. */
async function endMoved(tx: Tx, entries: readonly EnrolmentToKeep[], rows: readonly HeldRow[], at: Date): Promise<void> {
  const moves = entries.flatMap(({ person, category, place, from }) =>
    rows
      .filter((row) => row.person === person && row.category === category && row.place !== place)
      .filter((row) => row.to_date === null && !row.removed && row.told_date < from)
      .map(({ id }) => ({ id, on: from })),
  );
  if (moves.length > 0) await tx.count('end-moved-enrolments', [moves.map(({ id }) => id), moves.map(({ on }) => on), at]);
}

function toEnrolment(db: Db, row: EnrolmentRow): PersonEnrolment {
  // Sealed under the key of whoever it was opened for, shown under whom they were merged into.
  const key = unwrapPersonKey(db, row.person, row.sealed_key);
  const said = unsealJson(key, contextOf(row.id), row.sealed_entry) as Pick<PersonEnrolment, 'elements' | 'reported'>;
  return {
    ...{ id: row.id, person: row.owner, category: row.category, place: row.place },
    ...{ from: row.from_date, told: row.told_date, submission: row.submission, position: row.position },
    ...(row.domicile !== null && { domicile: row.domicile }),
    ...(row.to_date !== null && { to: row.to_date }),
    ...(row.reason_out !== null && { reasonOut: row.reason_out }),
    ...said,
  };
}

function contextOf(id: string): string {
  return `person_enrolment.entry|${id}`;
}
