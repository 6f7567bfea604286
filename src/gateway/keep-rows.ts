import type { MappedRow } from '../map/mapped-row.ts';
import type { Site } from '../map/place.ts';
import { tellOfParts } from '../map/rows/tell-of-parts.ts';
import type { Source } from '../map/source.ts';
import type { Tx } from '../store/db.ts';
import type { RowsOfReading, SettledRow } from '../store/rows.ts';
import type { RowOrigin } from './batch.ts';
import { keepBatch } from './keep-batch.ts';
import type { GatewayParts } from './parts.ts';

/** Rows of one reading, from a position on. */
export interface RowsToKeep extends Omit<RowOrigin, 'position'> {
  readonly from: number;
  readonly rows: readonly MappedRow[];
}

/** What the rows of a batch have in common. */
export interface RowsContext {
  readonly source: Source;
  readonly site: Site;
  readonly at: Date;
}

/** Keeps rows of one reading, or of several small ones, in one batch, with the verdict on each. */
export async function keepRows(
  tx: Tx,
  readings: readonly RowsToKeep[],
  context: RowsContext,
  parts: GatewayParts,
): Promise<readonly RowsOfReading[]> {
  const named = readings.flatMap(({ rows, ...rest }, file) => rows.map((row, index) => toNamed(row, index, { file, ...rest })));
  const origins = new Map<MappedRow['row'], RowOrigin>(named.map(({ name, origin }) => [name, origin]));
  const originOf = (name: MappedRow['row']): RowOrigin => origins.get(name) ?? unknownRow(name);
  const settled = await keepBatch(tx, { ...context, rows: named.map(({ row, name }) => ({ ...row, row: name })), originOf }, parts);
  let next = 0;
  const kept = readings.map(({ reading, from, rows }) => ({
    ...{ reading, from },
    rows: tellOfParts(rows.map(({ row }): SettledRow => withNumber(settled[next++], row))),
  }));
  await parts.store.rows.insertRowsOf(tx, kept, context.at);
  return kept;
}

/** Line numbers come again in every file, so that within a batch a row goes by file and number. */
function toNamed(row: MappedRow, index: number, of: Omit<RowsToKeep, 'rows'> & { readonly file: number }) {
  const origin: RowOrigin = { submission: of.submission, reading: of.reading, position: of.from + index };
  return { row, origin, name: `${String(of.file)}|${String(row.row)}` };
}

function withNumber(settled: SettledRow | undefined, row: MappedRow['row']): SettledRow {
  if (settled === undefined) throw new Error('every row of a batch has its verdict');
  return { ...settled, row: { ...settled.row, row } };
}

function unknownRow(name: MappedRow['row']): never {
  throw new Error(`no row of this batch goes by ${String(name)}`);
}
