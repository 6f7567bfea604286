import { toComparable } from '../map/conversions/clean-text.ts';
import { toReturnedFile } from '../report/returned-file.ts';
import { toReturnedRecords, type ReturnedRecord } from '../report/returned-records.ts';
import type { Source } from '../map/source.ts';
import type { GatewayParts } from './parts.ts';
import { toStandingReading } from './replay/standing-reading.ts';
import { isUuid } from './results.ts';

/** The submitted file with `status` and `perbaikan` columns; undefined for an id that is none, or erased bytes. */
export async function returnFile(
  parts: GatewayParts,
  id: string,
): Promise<{ readonly name: string; readonly type: string; readonly bytes: Buffer } | undefined> {
  const { store } = parts;
  if (!isUuid(id)) return undefined;
  const submission = await store.submissions.getSubmission(store.db, id);
  const reading = toStandingReading(await store.readings.readingsOf(store.db, id));
  const source = parts.tables.sources.get(submission?.source ?? '');
  if (reading === undefined || source === undefined) return undefined;
  const returning = { id, reading: reading.id, source };
  return source.records === undefined ? returnTable(parts, returning) : returnRecords(parts, returning);
}

async function returnTable(parts: GatewayParts, { id, reading, source }: Returning) {
  const pieces: string[] = [];
  const options = { delimiter: source.delimiter ?? ';', hiddenColumns: hiddenColumns(source, parts) } as const;
  for await (const piece of toReturnedFile(allRows(parts, reading), options)) pieces.push(piece);
  return { name: `hasil-${id}.csv`, type: 'text/csv; charset=utf-8', bytes: Buffer.from(pieces.join(''), 'utf8') };
}

interface Returning {
  readonly id: string;
  readonly reading: string;
  readonly source: Source;
}

async function returnRecords(parts: GatewayParts, { id, reading, source }: Returning) {
  const hidden = new Set([...hiddenColumns(source, parts)].map(toComparable));
  const pieces: string[] = [];
  for await (const piece of toReturnedRecords(allRows(parts, reading), hidden)) pieces.push(piece);
  return { name: `hasil-${id}.ndjson`, type: 'application/x-ndjson; charset=utf-8', bytes: Buffer.from(pieces.join(''), 'utf8') };
}

const pageRows = 1000;

async function* allRows({ store }: GatewayParts, reading: string): AsyncGenerator<ReturnedRecord> {
  for (let after = -1; ; after += pageRows) {
    const rows = await store.rows.rowsOf(store.db, reading, after, pageRows);
    for (const { row, status, heading, issues, reason, cells } of rows) {
      // One of several visits of a line (`12/Feb`) is told on the line itself.
      if (typeof row === 'string' && /^\d+\//.test(row)) continue;
      yield { row, status, heading, issues, cells: cells ?? [], ...(reason === undefined ? {} : { reason }) };
    }
    if (rows.length < pageRows) return;
  }
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
