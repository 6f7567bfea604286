import type { MappedRow } from '../map/mapped-row.ts';
import type { RowCounts } from '../submission.ts';

export type Counts = RowCounts;

export const noCounts: Counts = { rows: 0, headings: 0, parts: 0, accepted: 0, warning: 0, quarantined: 0, skipped: 0 };

/** Adds one row: headings and parts of other rows are counted apart, every data row has exactly one verdict. */
export function addToCounts(counts: Counts, { heading, status, partOf }: Pick<MappedRow, 'heading' | 'status' | 'partOf'>): Counts {
  if (heading) return { ...counts, headings: counts.headings + 1 };
  if (partOf !== undefined) return { ...counts, parts: counts.parts + 1 };
  return { ...counts, rows: counts.rows + 1, [status]: counts[status] + 1 };
}

/** Counts as the store keeps them. */
export function toStoredCounts(counts: Counts): Readonly<Record<string, number>> {
  return { ...counts };
}
