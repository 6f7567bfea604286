import type { Issue } from '../fhir/issue.ts';
import type { Db, Tx } from './db.ts';
import { toJsonText } from './json.ts';
import { toOwnId } from './own-id.ts';

/** Who works on something, and until when nobody else may take it. */
export interface Lease {
  readonly owner: string;
  readonly until: Date;
}

/** How many rows came to what. */
export type RowCounts = Readonly<Record<string, number>>;

/** A submission read with one version of the tables. `cursor` is how many rows are stored: a reading goes on from there. */
export interface Reading {
  readonly id: string;
  readonly submission: string;
  readonly tablesVersion: string;
  readonly state: 'reading' | 'finished' | 'refused';
  readonly cursor: number;
  readonly counts: RowCounts;
  /** Issues of the file as a whole. */
  readonly issues: readonly Issue[];
  readonly startedAt: Date;
  readonly finishedAt: Date | undefined;
}

interface ReadingRow {
  readonly id: string;
  readonly submission: string;
  readonly tables_version: string;
  readonly state: Reading['state'];
  readonly cursor: number;
  readonly counts: RowCounts;
  readonly issues: readonly Issue[];
  readonly started_at: Date;
  readonly finished_at: Date | null;
}

interface Opening {
  readonly submission: string;
  readonly tablesVersion: string;
  readonly at: Date;
  readonly lease: Lease;
}

/** Opens the reading of a submission with one version of the tables, or finds the one there is. Known bytes are read again by it when tables were fixed; whoever reads them with others ends. */
export async function openReading(tx: Tx, { submission, tablesVersion, at, lease }: Opening): Promise<{ reading: string; isNew: boolean }> {
  const fresh = toOwnId(at, tx.random);
  const inserted = await tx.count('insert-reading', [fresh, submission, tablesVersion, lease.owner, lease.until, at]);
  if (inserted === 1) return { reading: fresh, isNew: true };
  const [row] = await tx.rows<ReadingRow>('find-reading', [submission, tablesVersion]);
  if (row === undefined) throw new Error('a reading that conflicts must be there');
  return { reading: row.id, isNew: false };
}

/** Opens the first readings of submissions that were made in this transaction, and answers with their ids in the same order. */
export async function openReadings(
  tx: Tx,
  of: readonly Pick<Opening, 'submission' | 'tablesVersion'>[],
  { at, lease }: Pick<Opening, 'at' | 'lease'>,
): Promise<readonly string[]> {
  if (of.length === 0) return [];
  const ids = of.map(() => toOwnId(at, tx.random));
  const columns = [of.map(({ submission }) => submission), of.map(({ tablesVersion }) => tablesVersion)];
  await tx.count('insert-readings', [ids, ...columns, lease.owner, lease.until, at]);
  return ids;
}

/** A reading by its id, or undefined; `isAgain` where its submission has other readings. */
export async function getReading(db: Db, id: string): Promise<(Reading & { readonly isAgain: boolean }) | undefined> {
  const [row] = await db.rows<ReadingRow & { readonly is_again: boolean }>('get-reading', [id]);
  return row === undefined ? undefined : { ...toReading(row), isAgain: row.is_again };
}

/** Only for the one gateway that holds the lock of its data folder: whoever else was reading is dead, and its readings are free at once. */
export async function expireReadings(db: Db, owner: string, now: Date): Promise<number> {
  return db.count('expire-reading-leases', [db.environment, owner, now]);
}

/** The readings of a submission, the newest first. */
export async function readingsOf(db: Db, submission: string): Promise<readonly Reading[]> {
  return (await db.rows<ReadingRow>('readings-of', [submission])).map(toReading);
}

/** Moves the cursor in the transaction that stored the rows. False when another process has taken the reading over: then roll back. */
export async function advanceReading(
  tx: Tx,
  reading: string,
  lease: Lease,
  progress: { readonly cursor: number; readonly counts: RowCounts },
): Promise<boolean> {
  return (await tx.count('advance-reading', [reading, lease.owner, progress.cursor, toJsonText(progress.counts), lease.until])) === 1;
}

/** How a reading ended. */
export interface Ending {
  readonly state: 'finished' | 'refused';
  readonly counts: RowCounts;
  readonly issues: readonly Issue[];
  readonly at: Date;
}

/** Closes a reading. False when another process has taken it over: then roll back. */
export async function finishReading(tx: Tx, reading: string, owner: string, { state, counts, issues, at }: Ending): Promise<boolean> {
  return (await tx.count('finish-reading', [reading, owner, state, toJsonText(counts), toJsonText(issues), at])) === 1;
}

/** A reading whose rows were all stored in this transaction. */
export interface WholeReading extends Pick<Ending, 'counts' | 'issues'> {
  readonly id: string;
  /** How many rows were stored. */
  readonly cursor: number;
}

/** Closes readings whose rows were all stored in this transaction. False when another process has taken one over: then roll back. */
export async function finishReadings(
  tx: Tx,
  readings: readonly WholeReading[],
  { owner, at }: { readonly owner: string; readonly at: Date },
): Promise<boolean> {
  if (readings.length === 0) return true;
  const finished = await tx.count('finish-readings', [
    readings.map(({ id }) => id),
    readings.map(({ cursor }) => cursor),
    readings.map(({ counts }) => toJsonText(counts)),
    readings.map(({ issues }) => toJsonText(issues)),
    owner,
    at,
  ]);
  return finished === readings.length;
}

/** Takes over readings whose process died, oldest first, each for one owner only. */
export async function claimReadings(db: Db, lease: Lease, now: Date, limit: number): Promise<readonly Reading[]> {
  const rows = await db.rows<ReadingRow>('claim-readings', [db.environment, lease.owner, now, lease.until, limit]);
  return rows.map(toReading);
}

function toReading(row: ReadingRow): Reading {
  return {
    id: row.id,
    submission: row.submission,
    tablesVersion: row.tables_version,
    state: row.state,
    cursor: row.cursor,
    counts: row.counts,
    issues: row.issues,
    startedAt: row.started_at,
    finishedAt: row.finished_at ?? undefined,
  };
}
