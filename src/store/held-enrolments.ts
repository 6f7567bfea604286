import { toDaysBetween } from '../map/days.ts';
import type { EnrolmentDraft, LocalDate } from '../map/visit.ts';
import type { Db, Tx } from './db.ts';
import { foldEnrolmentParts, isRepeated, type EnrolmentPart } from './enrolment-parts.ts';
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
  readonly reading: string;
  /** Hash of what the row said. */
  readonly content: string;
}

/** An entry as its row has it. */
export interface HeldRow {
  readonly id: string;
  /** Whom it was opened for: it is sealed under their key. */
  readonly person: string;
  /** Whom they were merged into, or themselves. */
  readonly owner: string;
  readonly category: string;
  readonly place: string;
  readonly to_date: LocalDate | null;
  readonly reason_out: ReasonOut | null;
  readonly sealed_entry: Buffer;
}

/** An entry with every saying of it. One whose parts are all gone was taken back. */
export interface HeldEntry extends Omit<HeldRow, 'sealed_entry'> {
  readonly parts: readonly EnrolmentPart[];
}

/** A register that says the same category again after so long speaks of another time (a next pregnancy). Our own choice: a pregnancy ends within 45 weeks. */
const longestGapDays = 315;

interface Said {
  readonly parts: readonly EnrolmentPart[];
}

/** What is said of an entry, opened with the wrapped key of whom it was opened for. */
export function openParts(db: Db, { id, person, sealed_entry }: HeldRow, wrapped: Buffer): readonly EnrolmentPart[] {
  return (unsealJson(unwrapPersonKey(db, person, wrapped), contextOf(id), sealed_entry) as Said).parts;
}

/** Entries of people and of whoever was merged into them by id, held until the transaction ends. */
export async function holdEntries(tx: Tx, persons: readonly string[]): Promise<Map<string, HeldEntry>> {
  const rows = await tx.rows<HeldRow>('hold-person-enrolments', [[...new Set(persons)], tx.environment]);
  const keys = await personKeysOf(tx, [...persons, ...rows.map(({ person }) => person)]);
  return new Map(
    rows.flatMap(({ sealed_entry: sealed, ...row }) => {
      const key = keys.get(row.person);
      return key === undefined ? [] : [[row.id, { ...row, parts: (unsealJson(key, contextOf(row.id), sealed) as Said).parts }] as const];
    }),
  );
}

/** Whether no row says it any more. */
export function isGone({ parts }: HeldEntry): boolean {
  return foldEnrolmentParts(parts) === undefined;
}

/** The entry a row goes on with: the one it spoke of before, one that another row spoke of in the same words, or the open one of that time. */
export function findEntry(entry: EnrolmentToKeep, held: readonly HeldEntry[]): HeldEntry | undefined {
  const { person, category, place, submission, position } = entry;
  const own = held.filter((one) => one.owner === person);
  const alike = own.filter((one) => one.category === category && one.place === place);
  return (
    own.find(({ parts }) => parts.some((part) => part.submission === submission && part.position === position)) ??
    alike.find((one) => !isGone(one) && isRepeated(one.parts, entry)) ??
    alike.find((one) => one.to_date === null && isOfThatTime(one, entry.from))
  );
}

function isOfThatTime({ parts }: HeldEntry, day: LocalDate): boolean {
  const told = foldEnrolmentParts(parts)?.told;
  return told !== undefined && Math.abs(toDaysBetween(told, day)) <= longestGapDays;
}

/** Keeps entries as all their sayings have them. */
export async function saveEntries(tx: Tx, entries: readonly HeldEntry[], at: Date): Promise<void> {
  if (entries.length === 0) return;
  const keys = await personKeysOf(
    tx,
    entries.map(({ person }) => person),
  );
  const rows = entries.map((entry) => toColumns(tx, entry, keys));
  const columns = Array.from({ length: 13 }, (_, column) => rows.map((row) => row[column]));
  await tx.count('save-person-enrolments', [...columns, tx.environment, at]);
}

function toColumns(tx: Tx, entry: HeldEntry, keys: Awaited<ReturnType<typeof personKeysOf>>): readonly unknown[] {
  const { id, person, parts } = entry;
  const key = keys.get(person);
  if (key === undefined) throw new Error('an entry is kept only after its person');
  const standing = foldEnrolmentParts(parts);
  const said = standing ?? foldEnrolmentParts(parts.map((part) => ({ ...part, gone: false })));
  if (said === undefined) throw new Error('an entry is of at least one row');
  const { category, place, domicile, from, told, last } = said;
  const sealed = sealJson(key, contextOf(id), { parts } satisfies Said, tx.random);
  return [
    ...[id, person, category, place, domicile ?? null, from, told, entry.to_date, entry.reason_out],
    ...[last.submission, last.position, sealed, standing === undefined],
  ];
}

function contextOf(id: string): string {
  return `person_enrolment.entry|${id}`;
}
