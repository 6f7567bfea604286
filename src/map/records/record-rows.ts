import type { Issue } from '../../fhir/issue.ts';
import type { MappedRow } from '../mapped-row.ts';

/** A row that cannot be read: held, with what is wrong with it. */
export function toBrokenRow(row: number | string, issues: readonly Issue[], text?: string): MappedRow {
  return { ...toBareRow(row, text), status: 'quarantined', reason: 'tidak-terbaca', issues };
}

/** A row that says nothing, and why. */
export function toSkippedRow(row: number | string, reason: string, text?: string): MappedRow {
  return { ...toBareRow(row, text), status: 'skipped', reason };
}

function toBareRow(row: number | string, text: string | undefined): Omit<MappedRow, 'status'> {
  return { row, heading: false, issues: [], contentHash: '', cells: text === undefined ? [] : [text] };
}
