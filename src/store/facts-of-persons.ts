import type { LocalDate, Recorder } from '../map/visit.ts';
import type { Db } from './db.ts';
import type { ClearFact } from './visit-facts.ts';

/** What one visit says in clear of the elements that were asked for; nothing of it had to be unsealed. */
export interface FactsOfVisit {
  readonly id: string;
  readonly person: string;
  readonly date: LocalDate;
  readonly recorder: Recorder;
  readonly facts: readonly ClearFact[];
}

/** What the visits of people say of some elements, the earliest first; a visit of somebody who was merged stands under the person they were merged into. */
export async function factsOfPersons(db: Db, persons: readonly string[], keys: readonly string[]): Promise<readonly FactsOfVisit[]> {
  if (persons.length === 0) return [];
  return db.rows<FactsOfVisit>('facts-of-persons', [persons, db.environment, keys]);
}
