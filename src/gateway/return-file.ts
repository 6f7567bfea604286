import { toComparable } from '../map/conversions/clean-text.ts';
import { toGiven } from '../map/given.ts';
import { toReturnedFile } from '../report/returned-file.ts';
import { toReturnedRecords, type ReturnedRecord } from '../report/returned-records.ts';
import type { Source } from '../map/source.ts';
import type { LocalDate } from '../map/visit.ts';
import type { GatewayParts } from './parts.ts';
import { toStandingReading } from './replay/standing-reading.ts';
import { isUuid } from './results.ts';
import { findSecretRows } from './secret-rows.ts';

/** The submitted file with `status` and `perbaikan` columns; undefined for an id that is none, or erased bytes. */
export async function returnFile(
  parts: GatewayParts,
  id: string,
): Promise<{ readonly name: string; readonly type: string; readonly bytes: Buffer } | undefined> {
  const { store } = parts;
  if (!isUuid(id)) return undefined;
  const submission = await store.submissions.getSubmission(store.db, id);
  const reading = toStandingReading(await store.readings.readingsOf(store.db, id));
  if (submission === undefined || reading === undefined) return undefined;
  const source = parts.tables.sources.get(submission.source);
  if (source === undefined) return undefined;
  const asOf = submission.receivedAt.toISOString().slice(0, 10);
  const returning = { id, reading: reading.id, source, asOf };
  return source.records === undefined ? returnTable(parts, returning) : returnRecords(parts, returning);
}

async function returnTable(parts: GatewayParts, returning: Returning) {
  const { id, source } = returning;
  const pieces: string[] = [];
  const options = { delimiter: source.delimiter ?? ';', hiddenColumns: hiddenColumns(source, parts) } as const;
  for await (const piece of toReturnedFile(allRows(parts, returning), options)) pieces.push(piece);
  return { name: `hasil-${id}.csv`, type: 'text/csv; charset=utf-8', bytes: Buffer.from(pieces.join(''), 'utf8') };
}

interface Returning {
  readonly id: string;
  readonly reading: string;
  readonly source: Source;
  /** The day on which the file was handed in. */
  readonly asOf: LocalDate;
}

async function returnRecords(parts: GatewayParts, returning: Returning) {
  const { id, source } = returning;
  const hidden = new Set([...hiddenColumns(source, parts)].map(toComparable));
  const pieces: string[] = [];
  for await (const piece of toReturnedRecords(allRows(parts, returning), hidden)) pieces.push(piece);
  return { name: `hasil-${id}.ndjson`, type: 'application/x-ndjson; charset=utf-8', bytes: Buffer.from(pieces.join(''), 'utf8') };
}

const pageRows = 1000;
const isInLine = /^\d+\//;

async function* allRows(parts: GatewayParts, { reading, ...of }: Returning): AsyncGenerator<ReturnedRecord> {
  for (let after = -1; ; after += pageRows) {
    const rows = await parts.store.rows.rowsOf(parts.store.db, reading, after, pageRows);
    const secret = await findSecretRows(parts, rows, of);
    for (const { position, row, status, heading, issues, reason, cells = [] } of rows) {
      // One of several visits of a line (`12/Feb`) is told on the line itself.
      if (isInLine.test(String(row))) continue;
      const told = secret.has(position) ? blank(cells, of.source) : cells;
      yield { row, status, heading, issues, cells: told, ...toGiven({ reason }) };
    }
    if (rows.length < pageRows) return;
  }
}

/** What became of the row stays in its columns; of a record nothing is repeated at all. */
function blank(cells: readonly string[], { records }: Source): readonly string[] {
  return records === undefined ? cells.map(() => '') : [];
}

/** Columns that hold a sangat-terbatas element, or a free text that was read for facts, are not repeated (field rule 6). */
function hiddenColumns(source: Source, { tables }: GatewayParts): ReadonlySet<string> {
  const { elements } = tables.programme.elements;
  const isHidden = ({ targets, freeText }: Source['columns'][number]): boolean =>
    freeText === true || targets.some((target) => elements.get(target)?.kerahasiaan === 'sangat-terbatas');
  const hidden = source.columns.filter(isHidden);
  // Where questions stand below each other, all answers have one column.
  const answer = source.group === undefined || hidden.length === 0 ? [] : [source.group.answer];
  return new Set([...hidden, ...answer].flatMap(({ names }) => names));
}
