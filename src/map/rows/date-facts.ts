import type { LocalDate } from '../visit.ts';
import type { RowFact } from './row-facts.ts';

/** Gives facts that happened at the visit the visit's day as their own; a day that was only estimated from the month dates nothing (field rule 8). */
export function dateFacts(facts: readonly RowFact[], date: LocalDate, isEstimated: boolean): readonly RowFact[] {
  if (isEstimated || !facts.some(({ dated }) => dated === true)) return facts;
  return facts.map((fact) => (fact.dated === true ? { ...fact, fields: { ...fact.fields, date: { kind: 'date', date } } } : fact));
}
