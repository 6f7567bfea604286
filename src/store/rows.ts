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
  readonly sealed_cells: Buffer | null;
  readonly person: string | null;
  readonly visit: string | null;
}

/** Stores rows of a reading, the first of them at position `from` (= the reading's cursor). */
export async function insertRows(tx: Tx, reading: string, from: number, rows: readonly SettledRow[]): Promise<void> {
  if (rows.length === 0) return;
  const key = toScopedKey(tx.keys.raw, `reading|${reading}`);
  await tx.count('insert-rows', [
    reading,
    rows.map((_, index) => from + index),
    rows.map(({ row }) => (typeof row.row === 'number' ? row.row : null)),
    rows.map(({ row }) => (typeof row.row === 'string' ? toStorable(row.row) : null)),
    rows.map(({ row }) => row.status),
    rows.map(({ row }) => row.reason ?? null),
    rows.map(({ row }) => row.heading),
    rows.map(({ row }) => (row.issues.length === 0 ? null : toJsonText(row.issues))),
    rows.map(({ row }) => (row.contentHash === '' ? null : tx.digest('row', row.contentHash))),
    rows.map(({ row }, index) => sealJson(key, cellsContext(reading, from + index), row.cells, tx.random)),
    rows.map(({ person }) => person ?? null),
    rows.map(({ visit }) => visit ?? null),
  ]);
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
  const key = toScopedKey(keys.raw, `reading|${row.reading}`);
  return {
    reading: row.reading,
    position: row.position,
    row: row.line ?? row.path ?? row.position,
    status: row.status,
    reason: row.reason ?? undefined,
    heading: row.heading,
    issues: row.issues ?? [],
    cells:
      row.sealed_cells === null
        ? undefined
        : (unsealJson(key, cellsContext(row.reading, row.position), row.sealed_cells) as readonly string[]),
    person: row.person ?? undefined,
    visit: row.visit ?? undefined,
  };
}

function cellsContext(reading: string, position: number): string {
  return `source_row.cells|${reading}|${String(position)}`;
}
