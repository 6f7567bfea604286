import type { MappedRow } from '../mapped-row.ts';
import { toStatus } from './map-record.ts';

/**
 * A line of months side by side bears the verdict of all of them on its first row. Where that one only repeats what is known and another month
 * is new (the register of last month, grown by one), the line is no repetition: it is taken in, with what was said of it.
 */
export function tellOfParts<T extends { readonly row: MappedRow }>(rows: readonly T[]): readonly T[] {
  const grown = new Set(rows.flatMap(({ row }) => (row.partOf === undefined || row.status === 'skipped' ? [] : [row.partOf])));
  return rows.map((each) => {
    if (each.row.reason !== 'duplikat' || !grown.has(each.row.row)) return each;
    const { reason: _, ...row } = each.row;
    return { ...each, row: { ...row, status: toStatus(row.issues) } };
  });
}
