import type { MappedRow } from '../mapped-row.ts';
import type { RowLine } from './row-line.ts';

/** The row of a line that tells of no person. */
export function toSkipped(line: RowLine, reason: string, heading: boolean): MappedRow {
  return { row: line.line, status: 'skipped', reason, heading, issues: line.issues, contentHash: '', cells: cellsOf(line) };
}

/** The row of a line above the header: a title, or nothing. */
export function toHeading(line: RowLine): MappedRow {
  const blank = cellsOf(line).every((cell) => cell.trim() === '');
  return toSkipped(line, blank && line.ok ? 'kosong' : 'judul', !blank);
}

/** The cells of a line; none of one that could not be read. */
export function cellsOf(line: RowLine): readonly string[] {
  return line.ok ? line.value.cells : [];
}
