import type { Source } from '../source.ts';
import { hasValue } from './classify-line.ts';
import type { Header } from './match-header.ts';

/**
 * Fills merged cells downwards (verb `fill`). Only a line that leaves all of these columns open, and holds a value of its own, speaks
 * of whom the line above speaks: where a name is given and no NIK, the NIK above is somebody else's.
 */
export function fillDown(cells: readonly string[], above: readonly string[], header: Header, source: Source): readonly string[] {
  if (source.fill.length === 0 || above.length === 0) return cells;
  const at = source.fill.map((column) => header.columns.indexOf(column)).filter((index) => index >= 0);
  const isOpen = at.every((index) => (cells[index] ?? '').trim() === '');
  if (!isOpen || !hasValue(cells, header)) return cells;
  const width = Math.max(cells.length, ...at.map((index) => index + 1));
  return Array.from({ length: width }, (_, index) => (at.includes(index) ? (above[index] ?? '') : (cells[index] ?? '')));
}
