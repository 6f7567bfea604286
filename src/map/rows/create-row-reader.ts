import type { Issue } from '../../fhir/issue.ts';
import type { MappedRow } from '../mapped-row.ts';
import type { RecordMapper } from '../records/create-record-mapper.ts';
import { createRecordMapper } from '../records/create-record-mapper.ts';
import type { Source } from '../source.ts';
import type { FoundHeader } from './find-header.ts';
import { extendHeader, findHeader, isDated } from './find-header.ts';
import { toHeaderFault } from './header-fault.ts';
import { toHeaderIssues, toPositions } from './match-header.ts';
import { readFileFacts } from './read-file-facts.ts';
import { beginTable, readBelow, type Table } from './read-below.ts';
import type { RowContext } from './row-context.ts';
import type { RowLine } from './row-line.ts';
import { cellsOf, toHeading, toSkipped } from './skipped-row.ts';

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
  const state: State = { source, context, mapper: createRecordMapper(source, context), above: [], pending: [], issues: [], failed: false };
  const fail = (): readonly MappedRow[] => {
    const lines = state.above.map((line) => ({ line: line.line, cells: cellsOf(line) }));
    const dated = isDated(readFileFacts(state.above.map(cellsOf), source, context), context);
    state.issues = [toHeaderFault(lines, source, { others, dated })];
    state.failed = true;
    state.above.length = 0;
    return [];
  };
  const take = (line: RowLine): readonly MappedRow[] => {
    if (state.failed) return [];
    if (state.found !== undefined) return readOn(state, line);
    if (source.positional) return takeAbove(state, line);
    const found = line.ok ? findHeader(state.above.map(cellsOf), line.value.cells, source, context) : null;
    if (found !== null) return begin(state, found, line);
    state.above.push(line);
    return state.above.length === source.headerWithin ? fail() : [];
  };
  const end = (): readonly MappedRow[] => {
    if (state.failed) return [];
    if (state.found === undefined) return fail();
    return [...settlePending(state), ...state.mapper.end()];
  };
  return { take, end, issues: () => state.issues };
}

interface State {
  readonly source: Source;
  readonly context: RowContext;
  readonly mapper: RecordMapper;
  readonly above: RowLine[];
  /** Lines right below the header that may belong to it together with the next one. */
  readonly pending: RowLine[];
  issues: readonly Issue[];
  failed: boolean;
  /** The header with its lines, as long as further lines may belong to it. */
  found?: FoundHeader;
  table?: Table;
}

/** Above a table that is read by position stand as many lines as its source says; without any the first line is a row. */
function takeAbove(state: State, line: RowLine): readonly MappedRow[] {
  const { above, source } = state;
  if (source.headerLines > 0 && above.length < source.headerLines - 1) {
    above.push(line);
    return [];
  }
  const header = toPositions(source.headerLines === 0 ? [] : cellsOf(line), source);
  const found = { header, lines: [], above: [] };
  return source.headerLines === 0 ? [...open(state, found), ...readOn(state, line)] : begin(state, found, line);
}

function begin(state: State, found: FoundHeader, line: RowLine): readonly MappedRow[] {
  return [...open(state, found), toSkipped(line, 'kepala', true)];
}

function open(state: State, found: FoundHeader): readonly MappedRow[] {
  const { source, context, above } = state;
  state.found = found;
  for (const line of above) context.trace?.title(line.line, cellsOf(line));
  state.table = beginTable(found.header, readFileFacts(above.map(cellsOf), source, context));
  state.issues = toHeaderIssues(found.header, source);
  return above.splice(0).map(toHeading);
}

function readOn(state: State, line: RowLine): readonly MappedRow[] {
  const { found, pending, source } = state;
  const room = toRoom(state);
  if (found === undefined || room === 0) return readSettled(state, line);
  const extended = line.ok ? extendHeader(found, [...pending.map(cellsOf), line.value.cells], source) : null;
  if (extended !== null) return extend(state, extended, line);
  pending.push(line);
  return room === 1 || !line.ok ? settlePending(state) : [];
}

/** How many lines below the header may still belong to it; one below a whole header may, for its units. */
function toRoom({ found, table, pending, source }: State): number {
  if (found === undefined || table?.fresh !== true || source.positional) return 0;
  return Math.max(1, source.headerLines - found.lines.length) - pending.length;
}

function extend(state: State, found: FoundHeader, line: RowLine): readonly MappedRow[] {
  const { table, pending, source } = state;
  state.found = found;
  if (table !== undefined) state.table = { ...table, header: found.header, fresh: found.lines.length < source.headerLines };
  state.issues = toHeaderIssues(found.header, source);
  return [...pending.splice(0), line].map((each) => toSkipped(each, 'kepala', true));
}

function settlePending(state: State): readonly MappedRow[] {
  if (state.table !== undefined) state.table = { ...state.table, fresh: false };
  return state.pending.splice(0).flatMap((line) => readSettled(state, line));
}

function readSettled(state: State, line: RowLine): readonly MappedRow[] {
  const { table, source, context, mapper } = state;
  if (table === undefined) return [];
  const { rows, next } = readBelow(line, table, { source, context, mapper });
  state.table = next;
  // A header found anew may have a second line of its own.
  if (next.fresh) state.found = { header: next.header, lines: [next.header.names], above: [] };
  return rows;
}
