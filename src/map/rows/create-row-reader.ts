import type { Checked } from '../../fhir/checked.ts';
import type { Issue } from '../../fhir/issue.ts';
import { isBlocking } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import type { MappedRow } from '../mapped-row.ts';
import type { Source } from '../source.ts';
import { classifyLine } from './classify-line.ts';
import { mapRecord, toStatus } from './map-record.ts';
import type { Header } from './match-header.ts';
import { matchHeader, missingColumns, toHeaderIssues, toNearestSource } from './match-header.ts';
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
  const issues: Issue[] = [];
  let header: Header | null = null;
  let facts: FileFacts = {};
  let failed = false;

  const fail = (): readonly MappedRow[] => {
    failed = true;
    issues.push(toHeaderFault(above, source, { others, request: context.request }));
    above.length = 0;
    return [];
  };
  const begin = (found: Header, line: RowLine): readonly MappedRow[] => {
    header = found;
    facts = readFileFacts(above.map(cellsOf), source, context);
    issues.push(...toHeaderIssues(found, source));
    return [...above.splice(0).map(toHeading), toSkipped(line, 'kepala', true)];
  };
  const take = (line: RowLine): readonly MappedRow[] => {
    if (header !== null) return [readBelow(line, header, source, { context, facts })];
    if (failed) return [];
    const found = line.ok ? matchHeader(line.value.cells, source) : null;
    if (found !== null && missingColumns(found, source, context.request).length === 0) return begin(found, line);
    above.push(line);
    return above.length === source.headerWithin ? fail() : [];
  };
  const end = (): readonly MappedRow[] => (header === null && !failed ? fail() : []);
  return { take, end, issues: () => issues };
}

interface Reading {
  readonly context: RowContext;
  readonly facts: FileFacts;
}

function readBelow(line: RowLine, header: Header, source: Source, { context, facts }: Reading): MappedRow {
  if (!line.ok) return { ...toSkipped(line, 'tidak-terbaca', false), status: 'quarantined' };
  const kind = classifyLine(line.value.cells, header, source);
  if (kind !== 'data') return toSkipped(line, kind, kind === 'kepala' || kind === 'catatan');
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

interface FaultSetting {
  readonly others: readonly Source[];
  readonly request: RequestFacts;
}

/** A header that lacks a mandatory column is named with what it lacks; anything else with the source it resembles. */
function toHeaderFault(above: readonly RowLine[], source: Source, { others, request }: FaultSetting): Issue {
  const lines = above.map(cellsOf);
  const almost = lines.flatMap((cells, at) => {
    const header = matchHeader(cells, source);
    return header === null ? [] : [{ header, line: above[at]?.line ?? 0 }];
  })[0];
  const nearest = toNearestSource(
    lines,
    others.filter(({ name }) => name !== source.name),
  );
  const hint = {
    id: nearest === undefined ? '' : `; kepala kolomnya seperti sumber "${nearest.name}"`,
    en: nearest === undefined ? '' : `; its columns look like source "${nearest.name}"`,
  };
  if (almost === undefined) {
    const rows = String(source.headerWithin);
    return toIssue({
      code: 'kepala-tidak-dikenal',
      severity: 'fatal',
      detail: {
        id: `dalam ${rows} baris pertama tidak ada kepala kolom sumber "${source.name}"${hint.id}`,
        en: `none of the first ${rows} lines is a header of source "${source.name}"${hint.en}`,
      },
    });
  }
  const missing = missingColumns(almost.header, source, request)
    .map((name) => `"${name}"`)
    .join(', ');
  const line = String(almost.line);
  return toIssue({
    code: 'kolom-wajib',
    severity: 'fatal',
    detail: { id: `baris ${line}: ${missing} tidak ada${hint.id}`, en: `line ${line}: ${missing} is missing${hint.en}` },
  });
}
