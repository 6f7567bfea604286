import type { SourceRecord, SourceValue } from '../rows/row-context.ts';
import type { Source } from '../source.ts';
import type { RecordLevel } from '../records/record-path.ts';
import type { SourceCell } from './source-cell.ts';

const enclosing = 'induk.';
const ofFile = 'berkas.';

/**
 * Where the value of a record stands. Values that a record has from elsewhere are named where they are written: what encloses it (`induk.`) in that
 * object, what the document says of all records (`berkas.`) at `$`, what it was joined to in the record of that table.
 */
export function toAddress(record: SourceRecord, { cell, at, column }: SourceValue, source: Source): SourceCell {
  const where = at ?? toWhere(record, cell, source);
  return { is: 'sel', ...where, ...(column.conversion === undefined ? {} : { conversion: column.conversion }) };
}

function toWhere({ row, joinedTo, unrepeated }: SourceRecord, cell: string, { records }: Source): Pick<SourceCell, 'row' | 'column'> {
  if (records === undefined) return { row, column: cell };
  if (cell.startsWith(ofFile)) return { row: '$', column: cell.slice(ofFile.length) };
  const joined = Object.entries(joinedTo ?? {}).find(([name]) => cell.startsWith(`${name}.`));
  if (joined !== undefined) return { row: joined[1], column: cell.slice(joined[0].length + 1) };
  const levels = countEnclosing(cell);
  if (levels === 0) return { row, column: cell };
  const column = cell.slice(levels * enclosing.length);
  // A record that encloses nothing stands at the path of what would enclose its records.
  const missing = unrepeated === true ? toDepth(records.path) - toDepthOf(String(row), records.path) : 0;
  return { row: toEnclosingRow(String(row), records.path, levels - missing), column };
}

function countEnclosing(cell: string): number {
  let levels = 0;
  while (cell.startsWith(enclosing, levels * enclosing.length)) levels += 1;
  return levels;
}

/** The path of the object that many levels above a record; levels of an object of many days enclose nothing of their own. */
function toEnclosingRow(row: string, path: readonly RecordLevel[], levels: number): string {
  let rest = row;
  let left = levels;
  for (const level of path.toReversed()) {
    if (left <= 0) break;
    rest = withoutLevel(rest, level);
    if (level.fields.length > 0) left -= 1;
  }
  return rest;
}

function withoutLevel(row: string, { fields }: RecordLevel): string {
  const inner = row.replace(/\[[^[\]]*\]$/, '');
  const named = fields.map((field) => `.${field}`).join('');
  return inner.endsWith(named) ? inner.slice(0, inner.length - named.length) : inner;
}

function toDepth(path: readonly RecordLevel[]): number {
  return path.filter(({ fields }) => fields.length > 0).length;
}

/** At how many named levels a path stands. */
function toDepthOf(row: string, path: readonly RecordLevel[]): number {
  const brackets = row.split('[').length - 1;
  return toDepth(path.slice(0, brackets));
}
