import type { Checked } from '../../fhir/checked.ts';
import type { Issue } from '../../fhir/issue.ts';
import { isBlocking } from '../../fhir/issue.ts';
import { toGiven } from '../given.ts';
import type { MappedRow } from '../mapped-row.ts';
import type { Source } from '../source.ts';
import { classifyLine } from './classify-line.ts';
import { toHeaderFault } from './header-fault.ts';
import { mapRecord, toStatus } from './map-record.ts';
import type { Header } from './match-header.ts';
import { matchHeader, matchTwoLines, missingColumns, toHeaderIssues } from './match-header.ts';
import { readFileFacts } from './read-file-facts.ts';
import type { FileFacts, RequestFacts, RowContext, SourceRecord, SourceValue } from './row-context.ts';

/** A line as the reader of bytes gives it: cells, or why there are none. */
export type RowLine = Checked<{ readonly line: number; readonly cells: readonly string[] }> & { readonly line: number };

/** Reads the physical lines of one file, one at a time, into rows. Lines above the header are kept until it is found. */
export interface RowReader {
  /** Takes the next line and gives the rows that are now certain, in the order of the file. */
  readonly take: (line: RowLine) => readonly MappedRow[];
  /** Says that the file has ended. Without a header there are no rows at all, and an issue of the file is fatal. */
  readonly end: () => readonly MappedRow[];
  /** Issues of the file as a whole, as far as it has been read. */
  readonly issues: () => readonly Issue[];
}

/** Creates the reader of one file. `others` are the sources named in the remedy when the header is none of this source's. */
export function createRowReader(source: Source, context: RowContext, others: readonly Source[] = []): RowReader {
  const above: RowLine[] = [];
  let issues: readonly Issue[] = [];
  let table: Table | null = null;
  let failed = false;

  const fail = (): readonly MappedRow[] => {
    failed = true;
    const lines = above.map((line) => ({ line: line.line, cells: cellsOf(line) }));
    issues = [toHeaderFault(lines, source, { others, request: toRequest(above, source, context) })];
    above.length = 0;
    return [];
  };
  const begin = (header: Header, line: RowLine): readonly MappedRow[] => {
    table = { header, facts: readFileFacts(above.map(cellsOf), source, context), notes: [], fresh: true };
    issues = toHeaderIssues(header, source);
    return [...above.splice(0).map(toHeading), toSkipped(line, 'kepala', true)];
  };
  const readOn = (line: RowLine, known: Table): readonly MappedRow[] => {
    const lower = known.fresh && line.ok ? matchTwoLines(known.header.names, line.value.cells, source) : null;
    const { row, next } = lower === null ? readBelow(line, known, source, context) : toLower(line, known, lower);
    if (lower !== null) issues = toHeaderIssues(lower, source);
    table = next;
    return [row];
  };
  const take = (line: RowLine): readonly MappedRow[] => {
    if (table !== null) return readOn(line, table);
    if (failed) return [];
    const header = line.ok ? findHeader(above, line.value.cells, source, context) : null;
    if (header !== null) return begin(header, line);
    above.push(line);
    return above.length === source.headerWithin ? fail() : [];
  };
  const end = (): readonly MappedRow[] => (table === null && !failed ? fail() : []);
  return { take, end, issues: () => issues };
}

/** What is known while rows are read: the header in force, what the titles above it said, and the notes since the last row. */
interface Table {
  readonly header: Header;
  readonly facts: FileFacts;
  readonly notes: readonly (readonly string[])[];
  /** True right below a header, where its second line may stand. */
  readonly fresh: boolean;
}

interface Step {
  readonly row: MappedRow;
  readonly next: Table;
}

/** A header that lacks nothing: this line alone, or this line below the one before it. */
function findHeader(above: readonly RowLine[], cells: readonly string[], source: Source, context: RowContext): Header | null {
  const last = above.at(-1);
  const joined = last === undefined ? null : matchTwoLines(cellsOf(last), cells, source);
  const request = toRequest(above, source, context);
  const complete = [joined, matchHeader(cells, source)].filter((header) => header !== null);
  return complete.find((header) => missingColumns(header, source, request).length === 0) ?? null;
}

/** The day or month of the request; a month in the title will do where the file has no date column (field rule 8). */
function toRequest(above: readonly RowLine[], source: Source, context: RowContext): Pick<RequestFacts, 'date' | 'month'> {
  const { titleMonth, fileNameMonth } = readFileFacts(above.map(cellsOf), source, context);
  const { date, month = titleMonth ?? fileNameMonth } = context.request;
  return toGiven({ date, month });
}

function toLower(line: RowLine, table: Table, header: Header): Step {
  return { row: toSkipped(line, 'kepala', true), next: { ...table, header, fresh: false } };
}

function readBelow(line: RowLine, table: Table, source: Source, context: RowContext): Step {
  const settled = { ...table, fresh: false };
  if (!line.ok) return { row: { ...toSkipped(line, 'tidak-terbaca', false), status: 'quarantined' }, next: settled };
  const { cells } = line.value;
  const kind = classifyLine(cells, table.header, source);
  if (kind === 'data') return { row: readData(line, table, source, context), next: { ...settled, notes: [] } };
  // What a line that is no row lacks or has too much is nobody's concern.
  const row = toSkipped({ ...line, issues: [] }, kind, kind === 'kepala' || kind === 'catatan');
  if (kind === 'catatan') return { row, next: { ...settled, notes: [...table.notes, cells].slice(-source.headerWithin) } };
  return { row, next: kind === 'kepala' ? toNextPage(table, cells, source, context) : settled };
}

/** A header repeated below a new title begins a new list: its columns may stand elsewhere, its place may be another. */
function toNextPage(table: Table, cells: readonly string[], source: Source, context: RowContext): Table {
  const again = matchHeader(cells, source);
  const facts = { ...table.facts, ...readFileFacts(table.notes, source, context) };
  // The upper line of a header of two knows less than both together: where nothing moved, what is in force stays.
  const moved = again?.columns.some((column, at) => column !== undefined && column !== table.header.columns[at]) === true;
  const whole =
    again !== null && moved && missingColumns(again, source, { ...context.request, ...toGiven({ month: facts.titleMonth }) }).length === 0;
  return { header: whole ? again : table.header, facts, notes: [], fresh: whole };
}

function readData(line: Extract<RowLine, { readonly ok: true }>, { header, facts }: Table, source: Source, context: RowContext): MappedRow {
  if (line.issues.some(isBlocking)) return { ...toSkipped(line, 'tidak-terbaca', false), status: 'quarantined' };
  const row = mapRecord(toRecord(line.line, line.value.cells, header), source, context, facts);
  if (line.issues.length === 0) return row;
  const all = [...line.issues, ...row.issues];
  return { ...row, issues: all, status: row.status === 'quarantined' ? 'quarantined' : toStatus(all) };
}

function toRecord(row: number, cells: readonly string[], header: Header): SourceRecord {
  const values = header.columns.flatMap((column, at): readonly SourceValue[] =>
    column === undefined ? [] : [{ column, cell: header.names[at] ?? column.name, text: cells[at] ?? '' }],
  );
  return { row, cells, values };
}

function toHeading(line: RowLine): MappedRow {
  const blank = cellsOf(line).every((cell) => cell.trim() === '');
  return toSkipped(line, blank && line.ok ? 'kosong' : 'judul', !blank);
}

function toSkipped(line: RowLine, reason: string, heading: boolean): MappedRow {
  return { row: line.line, status: 'skipped', reason, heading, issues: line.issues, contentHash: '', cells: cellsOf(line) };
}

function cellsOf(line: RowLine): readonly string[] {
  return line.ok ? line.value.cells : [];
}
