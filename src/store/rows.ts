import type { Issue } from '../fhir/issue.ts';
import type { MappedRow, RowStatus } from '../map/mapped-row.ts';
import type { Db, Tx } from './db.ts';
import { toJsonText, toStorable } from './json.ts';
import { toScopedKey } from './sealing/keyring.ts';
import { sealJson, unsealJson } from './sealing/seal.ts';

/** A mapped row with the person and the visit it became, where it did. */
export interface SettledRow {
  readonly row: MappedRow;
  readonly person?: string;
  readonly visit?: string;
  /** Keyed hash of the contents as they were when the row was judged, where that verdict is carried over. */
  readonly contentDigest?: Buffer;
}

/** A row as it is kept. `position` counts from 0 within its reading; `cells` is undefined after erasing. */
export interface KeptRow {
  readonly reading: string;
  readonly position: number;
  readonly row: number | string;
  readonly status: RowStatus;
  readonly reason: string | undefined;
  readonly heading: boolean;
  readonly issues: readonly Issue[];
  readonly cells: readonly string[] | undefined;
  readonly contentDigest: Buffer | undefined;
  readonly person: string | undefined;
  readonly visit: string | undefined;
}

interface RowRow {
  readonly reading: string;
  readonly position: number;
  readonly line: number | null;
  readonly path: string | null;
  readonly status: RowStatus;
  readonly reason: string | null;
  readonly heading: boolean;
  readonly issues: readonly Issue[] | null;
  readonly content_digest: Buffer | null;
  readonly sealed_cells: Buffer | null;
  readonly person: string | null;
  readonly visit: string | null;
}

/** Rows of one reading, the first of them at position `from` (= the reading's cursor). */
export interface RowsOfReading {
  readonly reading: string;
  readonly from: number;
  readonly rows: readonly SettledRow[];
}

/** Stores rows of a reading, and notes that there is news of them. */
export async function insertRows(
  tx: Tx,
  reading: string,
  { from, at }: { readonly from: number; readonly at: Date },
  rows: readonly SettledRow[],
): Promise<void> {
  await insertRowsOf(tx, [{ reading, from, rows }], at);
}

/** Stores rows of several readings at once, and notes for each reading that there is news of them. */
export async function insertRowsOf(tx: Tx, readings: readonly RowsOfReading[], at: Date): Promise<void> {
  const all = readings.flatMap(({ reading, from, rows }) => {
    const key = toScopedKey(tx.keys.raw, `reading|${reading}`);
    return rows.map((settled, index) => ({ reading, key, position: from + index, ...settled }));
  });
  if (all.length === 0) return;
  await tx.count('insert-rows', [
    all.map(({ reading }) => reading),
    all.map(({ position }) => position),
    all.map(({ row }) => (typeof row.row === 'number' ? row.row : null)),
    all.map(({ row }) => (typeof row.row === 'string' ? toStorable(row.row) : null)),
    all.map(({ row }) => row.status),
    all.map(({ row }) => row.reason ?? null),
    all.map(({ row }) => row.heading),
    all.map(({ row }) => (row.issues.length === 0 ? null : toJsonText(row.issues))),
    all.map(({ row, contentDigest }) => contentDigest ?? digestOf(tx, row)),
    all.map(({ reading, key, position, row }) => sealJson(key, cellsContext(reading, position), row.cells, tx.random)),
    all.map(({ person }) => person ?? null),
    all.map(({ visit }) => visit ?? null),
    tx.environment,
    at,
  ]);
}

/** A row of a reading as `rowsOf` gives it back once it is stored. */
export function toKept(tx: Tx, at: Pick<KeptRow, 'reading' | 'position'>, { row, contentDigest, person, visit }: SettledRow): KeptRow {
  return {
    ...at,
    row: typeof row.row === 'string' ? toStorable(row.row) : row.row,
    status: row.status,
    reason: row.reason,
    heading: row.heading,
    issues: row.issues.length === 0 ? [] : (JSON.parse(toJsonText(row.issues)) as readonly Issue[]),
    cells: row.cells,
    contentDigest: contentDigest ?? digestOf(tx, row) ?? undefined,
    person,
    visit,
  };
}

/** Headings have no contents to be known by. */
function digestOf(tx: Tx, { contentHash }: MappedRow): Buffer | null {
  return contentHash === '' ? null : tx.digest('row', contentHash);
}

/** Rows of a reading after a position (-1 for the beginning), in the order of the file. */
export async function rowsOf(db: Db, reading: string, after: number, limit: number): Promise<readonly KeptRow[]> {
  return (await db.rows<RowRow>('rows-of', [reading, after, limit])).map((row) => toKeptRow(db, row));
}

/** Every row that became a part of a visit. */
export async function rowsOfVisit(db: Db, visit: string): Promise<readonly KeptRow[]> {
  return (await db.rows<RowRow>('rows-of-visit', [visit, db.environment])).map((row) => toKeptRow(db, row));
}

function toKeptRow({ keys }: Db, row: RowRow): KeptRow {
  const { reading, position, status, heading, sealed_cells: sealed } = row;
  const key = toScopedKey(keys.raw, `reading|${reading}`);
  return {
    ...{ reading, position, status, heading },
    row: row.line ?? row.path ?? position,
    reason: orAbsent(row.reason),
    issues: row.issues ?? [],
    cells: sealed === null ? undefined : (unsealJson(key, cellsContext(reading, position), sealed) as readonly string[]),
    contentDigest: orAbsent(row.content_digest),
    person: orAbsent(row.person),
    visit: orAbsent(row.visit),
  };
}

function orAbsent<T>(value: T | null): T | undefined {
  return value ?? undefined;
}

function cellsContext(reading: string, position: number): string {
  return `source_row.cells|${reading}|${String(position)}`;
}
