import { toGiven } from '../../map/given.ts';
import type { MappedRow } from '../../map/mapped-row.ts';
import type { Reading } from '../../store/readings.ts';
import type { KeptRow } from '../../store/rows.ts';
import type { GatewayParts } from '../parts.ts';
import { readTablesLabel } from './tables-label.ts';

/** The readings of a submission that one more reading follows. */
export interface ReadingsBefore {
  /** The one whose verdicts stood until now. */
  readonly standing: string;
  /** All whose visits may still be there: the standing one, and those that were begun after it and ended before their end. */
  readonly all: readonly string[];
  /** True where only the rows that stand quarantined are read again. */
  readonly quarantinedOnly: boolean;
}

/** What became of rows when they were read before, by position. */
export interface RowsBefore {
  readonly submission: string;
  readonly rows: ReadonlyMap<number, KeptRow>;
}

/** Finds what a reading follows; undefined for the first one of its submission. */
export async function findReadingsBefore(
  { store }: Pick<GatewayParts, 'store'>,
  { id, submission, tablesVersion }: Reading,
): Promise<ReadingsBefore | undefined> {
  const all = await store.readings.readingsOf(store.db, submission);
  const older = all.slice(all.findIndex((reading) => reading.id === id) + 1);
  const finished = older.findIndex(({ state }) => state === 'finished');
  const at = finished === -1 ? older.length - 1 : finished;
  const standing = older[at];
  if (standing === undefined) return undefined;
  const { quarantinedOnly } = readTablesLabel(tablesVersion);
  return { standing: standing.id, all: older.slice(0, at + 1).map((reading) => reading.id), quarantinedOnly };
}

/** What became of a stretch of rows before. */
export async function findRowsBefore(
  { store }: Pick<GatewayParts, 'store'>,
  before: ReadingsBefore,
  of: { readonly submission: string; readonly from: number; readonly count: number },
): Promise<RowsBefore> {
  const rows = await store.rows.rowsOf(store.db, before.standing, of.from - 1, of.count);
  return { submission: of.submission, rows: new Map(rows.map((row) => [row.position, row] as const)) };
}

type SettledRow = Parameters<GatewayParts['store']['rows']['insertRows']>[3][number];

/** True for a row that is read again where only quarantined ones are. */
export function isToRead(before: KeptRow | undefined): boolean {
  return before === undefined || before.status === 'quarantined';
}

/** A row with the verdict that stood: it is not judged again. */
export function carryOver({ reason: _, ...row }: MappedRow, before: KeptRow): SettledRow {
  const { status, reason, heading, issues, cells, contentDigest, person, visit } = before;
  return {
    row: { ...row, status, heading, issues, cells: cells ?? [], ...toGiven({ reason }) },
    ...toGiven({ contentDigest, person, visit }),
  };
}
