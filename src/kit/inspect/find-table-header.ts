import { isColumnNumbers, isFilled, isUnitCell, isValueCell } from './cell-kinds.ts';

type Line = readonly string[];

/** Where the parts of a table stand, as indexes into its lines. */
export interface TableParts {
  /** Lines of the header, from the first to the one behind its last; equal where there is none. */
  readonly header: readonly [number, number];
  readonly body: number;
}

const lookedAt = 60;
const mostHeaderLines = 5;

/** Finds header and rows of a table: rows hold numbers and days, the lines of words right above them are the header. */
export function findTableHeader(lines: readonly Line[]): TableParts {
  const width = toUsualWidth(lines);
  const body = toBodyStart(lines, width);
  const end = toHeaderEnd(lines, body, width);
  let start = end;
  while (start > 0 && end - start < mostHeaderLines && isHeaderLine(lines[start - 1] ?? [], end - start, width)) start -= 1;
  return { header: [start, end], body };
}

/** How many cells most lines fill that are no titles. */
function toUsualWidth(lines: readonly Line[]): number {
  const widths = lines
    .slice(0, lookedAt)
    .map((line) => line.filter(isFilled).length)
    .filter((filled) => filled > 1)
    .sort((one, other) => one - other);
  return widths[Math.floor(widths.length / 2)] ?? 1;
}

function toBodyStart(lines: readonly Line[], width: number): number {
  const found = lines.slice(0, lookedAt).findIndex((line) => isRow(line, width));
  if (found >= 0) return found;
  // Nobody has been written down yet: the widest line of words is the header.
  const widest = lines.slice(0, lookedAt).reduce((best, line, at) => (filledOf(line) > filledOf(lines[best] ?? []) ? at : best), 0);
  return Math.min(lines.length, widest + 1);
}

function filledOf(line: Line): number {
  return line.filter(isFilled).length;
}

function isRow(line: Line, width: number): boolean {
  const filled = line.filter(isFilled);
  if (filled.length < Math.min(3, width) || filled.length < width / 3) return false;
  if (isColumnNumbers(line) || filled.some(isLabel)) return false;
  const values = filled.filter(isValueCell).length;
  return values >= Math.min(2, width - 1) && values * 5 >= filled.length;
}

/** `Bulan : Agustus`, or `Posyandu :` with its name in the next cell. */
function isLabel(cell: string): boolean {
  return /^\s*\p{L}[\p{L}\s./]{0,40}\s*[:=]/u.test(cell) && !/^\s*https?:/i.test(cell);
}

/** Column numbers, units and blank lines stand between header and rows. */
function toHeaderEnd(lines: readonly Line[], body: number, width: number): number {
  for (let end = body; end > 0 && body - end < 3; end -= 1) {
    const line = lines[end - 1] ?? [];
    if (filledOf(line) > 0 && !isColumnNumbers(line) && !isUnits(line)) return isBottomLine(line, width) ? end : body;
  }
  return body;
}

function isUnits(line: Line): boolean {
  return line.filter(isFilled).every(isUnitCell);
}

function isBottomLine(line: Line, width: number): boolean {
  const filled = line.filter(isFilled);
  return filled.length >= Math.min(2, width) && !filled.some(isLabel) && filled.filter(isValueCell).length * 3 < filled.length;
}

/** Above its lowest line a header has merged cells: at least two, which do not stand at the left like a label and its value. */
function isHeaderLine(line: Line, below: number, width: number): boolean {
  const places = line.flatMap((cell, at) => (isFilled(cell) ? [at] : []));
  const filled = line.filter(isFilled);
  if (filled.some(isLabel) || filled.some((cell) => cell.length > 80)) return false;
  if (below === 0) return isBottomLine(line, width);
  const isLabelled = places.every((place, at) => place === at) && places.length <= 2;
  return places.length >= 2 && !isLabelled && filled.filter(isValueCell).length * 3 < filled.length;
}
