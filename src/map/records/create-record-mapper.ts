import { readMonth } from '../conversions/read-month.ts';
import type { MappedRow } from '../mapped-row.ts';
import { mapRecord, toStatus } from '../rows/map-record.ts';
import { toYear } from '../rows/read-file-facts.ts';
import { findFirst } from '../rows/read-place-and-date.ts';
import type { FileFacts, RowContext, SourceRecord } from '../rows/row-context.ts';
import type { Source } from '../source.ts';
import { expandRecord } from './expand-record.ts';
import type { GroupedRecord } from './group-records.ts';
import { createGrouping } from './group-records.ts';
import { toLineVerdict } from './line-verdict.ts';

/** Maps records to rows by the verbs of their source: joins what is one visit, cuts what is several. */
export interface RecordMapper {
  /** Takes a record and gives the rows that are now certain, in the order of the file. */
  readonly take: (record: SourceRecord, file: FileFacts) => readonly MappedRow[];
  /** Gives what was held back for a row that might have belonged to it; further records may follow. */
  readonly end: () => readonly MappedRow[];
}

/** Creates the mapper of one file. */
export function createRecordMapper(source: Source, context: RowContext): RecordMapper {
  const grouping = source.group === undefined ? undefined : createGrouping(source, source.group);
  let facts: FileFacts | undefined;
  const toRows = (grouped: readonly GroupedRecord[]): readonly MappedRow[] =>
    grouped.flatMap((each) => (facts === undefined ? [] : mapTraced(each, source, context, facts)));
  return {
    take: (record, file) => {
      if (grouping === undefined) return mapTraced({ record, joined: [] }, source, context, file);
      const rows = toRows(grouping.take(record));
      facts = file;
      return rows;
    },
    end: () => (grouping === undefined ? [] : toRows(grouping.end())),
  };
}

function mapTraced(grouped: GroupedRecord, source: Source, context: RowContext, file: FileFacts): readonly MappedRow[] {
  const rows = mapGrouped(grouped, source, context, file);
  context.trace?.record({ ...grouped, file, rows: rows.map(({ row }) => row) });
  return rows;
}

/** Maps a record, be it joined from several, to the rows it holds: one, or one for each of its repetitions. */
export function mapGrouped({ record, joined }: GroupedRecord, source: Source, context: RowContext, file: FileFacts): readonly MappedRow[] {
  const cut = expandRecord(record, source.repeat, source.repeat === undefined ? undefined : findYear(source, context, file));
  const rows = toLineVerdict(cut.map((each) => withIssues(each, mapRecord(each, source, context, file))));
  const [main, ...parts] = rows;
  if (main === undefined) return [];
  return [main, ...parts, ...joined.map((each) => toJoinedRow(each, main))];
}

function withIssues({ issues = [], partOf }: SourceRecord, row: MappedRow): MappedRow {
  const all = [...issues, ...row.issues];
  const known = { ...row, issues: all, status: row.status === 'quarantined' ? row.status : toStatus(all) };
  return partOf === undefined ? known : { ...known, partOf };
}

/** A row that was joined into another has its verdict, and is counted with it. */
function toJoinedRow({ row, cells }: SourceRecord, { row: partOf, status, reason }: MappedRow): MappedRow {
  return { row, status, ...(reason === undefined ? {} : { reason }), heading: false, issues: [], contentHash: '', cells, partOf };
}

/** The year of months without one: where the source says it stands, else that of the month or day of the file. */
function findYear({ context }: Source, { request }: RowContext, { year, month, date }: FileFacts): number | undefined {
  const requested = request.month?.year ?? (request.date === undefined ? undefined : toYear(request.date));
  const stated = findFirst(context.year, {
    column: () => undefined,
    request: () => requested,
    title: () => toYear(year.title ?? ''),
    label: () => toYear(year.label ?? ''),
    'file-name': () => toYear(year['file-name'] ?? ''),
  });
  const months = [...Object.values(month), ...Object.values(date)].map((text) => readMonth(text)?.year ?? toYear(text));
  return stated ?? months.find((found) => found !== undefined) ?? requested;
}
