import { toFailed, toPassed } from '../fhir/checked.ts';
import type { Checked } from '../fhir/checked.ts';
import type { Issue } from '../fhir/issue.ts';
import type { DelimitedFormat } from './delimited-format.ts';
import type { RawRecord } from './join-records.ts';
import { toNulIssue, toShortIssue, toSpanIssue, toTooManyColumnsIssue, toUnbalancedIssue, toWideIssue } from './line-issues.ts';
import type { SourceLine } from './source-line.ts';
import { splitCells } from './split-cells.ts';

/** A record of the file, or why it could not be read; either way its number, so that no line goes missing. */
export type CheckedLine = Checked<SourceLine> & { readonly line: number };

/** Cuts one record into cells and compares its width with the table's; `inTable` is false above the first full row. */
export function checkLine(record: RawRecord, format: DelimitedFormat, maxColumns: number, inTable: boolean): CheckedLine {
  const { line, fault } = record;
  if (fault !== undefined) return { line, ...toFailed(fault) };
  if (record.text.includes('\0')) return { line, ...toFailed(toNulIssue(line)) };
  const cells = splitCells(record, format.delimiter);
  if (cells.length > maxColumns) return { line, ...toFailed(toTooManyColumnsIssue(line, cells.length, maxColumns)) };
  return { line, ...toPassed({ line, cells }, toLineIssues(record, cells, format, inTable)) };
}

function toLineIssues(record: RawRecord, cells: readonly string[], format: DelimitedFormat, inTable: boolean): readonly Issue[] {
  const { line, lastLine } = record;
  if (record.unbalanced) return [toUnbalancedIssue(line, cells.length === format.columns)];
  const span = lastLine > line ? [toSpanIssue(line, lastLine)] : [];
  return inTable ? [...span, ...toWidthIssues(line, cells, format)] : span;
}

function toWidthIssues(line: number, cells: readonly string[], format: DelimitedFormat): readonly Issue[] {
  const { columns, usualColumns } = format;
  if (cells.length === 0 || cells.length === columns) return [];
  if (cells.length < columns) return [toShortIssue(line, cells.length, columns, usualColumns < columns)];
  return cells.slice(columns).every((cell) => cell.trim() === '') ? [] : [toWideIssue(line, cells.length, columns)];
}
