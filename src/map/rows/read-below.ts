import { isBlocking } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import type { MappedRow } from '../mapped-row.ts';
import type { RecordMapper } from '../records/create-record-mapper.ts';
import type { Source } from '../source.ts';
import { classifyLine } from './classify-line.ts';
import type { LineKind } from './classify-line.ts';
import type { RowLine } from './row-line.ts';
import { fillDown } from './fill-down.ts';
import { isDated } from './find-header.ts';
import type { Header } from './match-header.ts';
import { matchHeader, missingColumns } from './match-header.ts';
import { mergeFileFacts, readFileFacts } from './read-file-facts.ts';
import type { FileFacts, RowContext, SourceRecord, SourceValue } from './row-context.ts';
import { toSkipped } from './skipped-row.ts';

/** What is known while rows are read: the header in force, what the titles above it said, and the notes since the last row. */
export interface Table {
  readonly header: Header;
  readonly facts: FileFacts;
  readonly notes: readonly (readonly string[])[];
  /** True right below a header, where its further lines may stand. */
  readonly fresh: boolean;
  /** True below a word that ends the table, until a header begins another. */
  readonly ended: boolean;
  /** The cells of the row above, with what was filled into them. */
  readonly last: readonly string[];
  /** The line whose merged cells hold for the rows below it. */
  readonly filledFrom: number;
}

/** A table that begins below this header. */
export function beginTable(header: Header, facts: FileFacts): Table {
  return { header, facts, notes: [], fresh: true, ended: false, last: [], filledFrom: 0 };
}

/** What the lines of a table are read with. */
export interface Below {
  readonly source: Source;
  readonly context: RowContext;
  readonly mapper: RecordMapper;
}

/** The rows that are certain after a line, and the table for the next one. */
export interface Step {
  readonly rows: readonly MappedRow[];
  readonly next: Table;
}

/** Reads one line below a header. Whatever is no row closes the rows before it. */
export function readBelow(line: RowLine, table: Table, below: Below): Step {
  const settled = { ...table, fresh: false };
  if (!line.ok) return toStep({ ...toSkipped(line, 'tidak-terbaca', false), status: 'quarantined' }, settled, below);
  const { source } = below;
  const filled = fillDown(line.value.cells, table.last, table.header, source);
  const kind = classifyLine(filled, table.header, source);
  if (kind === 'data') return table.ended ? toStep(toBeyond(line), settled, below) : readData(line, filled, settled, below);
  // What a line that is no row lacks or has too much is nobody's concern.
  const row = toSkipped(
    { ...line, issues: printed.has(kind) ? [toIssue({ code: 'D23', severity: 'information' })] : [] },
    kind === 'akhir' ? 'catatan' : kind,
    headings.has(kind),
  );
  if (kind === 'catatan') below.context.trace?.title(line.line, line.value.cells);
  return toStep(row, toNext(kind, line.value.cells, settled, below), below);
}

const headings: ReadonlySet<LineKind> = new Set<LineKind>(['kepala', 'catatan', 'pemisah', 'akhir']);

/** Lines that belong to the print and not to anybody: a header on every page, a total (D23). */
const printed: ReadonlySet<LineKind> = new Set<LineKind>(['kepala', 'jumlah']);

function toStep(row: MappedRow, next: Table, { mapper }: Below): Step {
  return { rows: [...mapper.end(), row], next };
}

function toNext(kind: LineKind, cells: readonly string[], table: Table, below: Below): Table {
  if (kind === 'akhir') return { ...table, ended: true, last: [] };
  if (kind === 'catatan') return { ...table, notes: [...table.notes, cells].slice(-below.source.headerWithin), last: [] };
  return kind === 'kepala' ? toNextPage(table, cells, below) : { ...table, last: [] };
}

/** A header repeated below a new title begins a new list: its columns may stand elsewhere, its place may be another. */
function toNextPage(table: Table, cells: readonly string[], { source, context }: Below): Table {
  const facts = mergeFileFacts(table.facts, readFileFacts(table.notes, source, context));
  if (source.positional) return { ...table, facts, notes: [], ended: false, last: [] };
  const again = matchHeader(cells, source);
  // The upper line of a header of two knows less than both together: where nothing moved, what is in force stays.
  const moved = again?.columns.some((column, at) => column !== undefined && column !== table.header.columns[at]) === true;
  const whole = again !== null && moved && missingColumns(again, source, isDated(facts, context)).length === 0;
  return { ...beginTable(whole ? again : table.header, facts), fresh: whole };
}

/** A row below the end of its table vanishes for nobody: it is said that it was not read. */
function toBeyond(line: RowLine): MappedRow {
  return { ...toSkipped(line, 'sesudah-tabel', false), issues: [...line.issues, toIssue({ code: 'sesudah-tabel', severity: 'warning' })] };
}

function readData(line: Extract<RowLine, { readonly ok: true }>, filled: readonly string[], table: Table, below: Below): Step {
  const isFilled = filled !== line.value.cells;
  const filledFrom = isFilled ? table.filledFrom : line.line;
  const next = { ...table, notes: [], last: filled, filledFrom };
  if (line.issues.some(isBlocking)) return toStep({ ...toSkipped(line, 'tidak-terbaca', false), status: 'quarantined' }, next, below);
  const read = toRecord(line.line, filled, table.header);
  const values = isFilled ? toFilledFrom(read.values, filledFrom, below.source) : read.values;
  const record = { ...read, values, cells: line.value.cells, issues: line.issues };
  return { rows: below.mapper.take(record, table.facts), next };
}

/** Merged cells stand in the line that wrote them. */
function toFilledFrom(values: readonly SourceValue[], row: number, { fill }: Source): readonly SourceValue[] {
  return values.map((value) => (fill.includes(value.column) ? { ...value, at: { row, column: value.cell } } : value));
}

function toRecord(row: number, cells: readonly string[], header: Header): SourceRecord {
  const values = header.columns.flatMap((column, at): readonly SourceValue[] =>
    column === undefined ? [] : [{ column, cell: header.names[at] ?? column.name, text: cells[at] ?? '' }],
  );
  return { row, cells, values };
}
