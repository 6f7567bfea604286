import type { Remark } from '../catalogue/issue-catalogue.ts';
import type { CellFact } from '../source.ts';

/** A dose without a date is history with unknown date (field rule 8), said once a cell. */
export function toUndated(facts: readonly CellFact[]): readonly Remark[] {
  return facts.some(({ fields }) => fields?.['primarySource'] !== undefined && fields['date'] === undefined)
    ? [{ code: 'undated-history', severity: 'warning' }]
    : [];
}
