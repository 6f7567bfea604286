import { secrecyOf } from '../map/kerahasiaan-of.ts';
import type { Source } from '../map/source.ts';
import type { LocalDate } from '../map/visit.ts';
import type { KeptRow } from '../store/rows.ts';
import type { GatewayParts } from './parts.ts';

type RowOfSomebody = Pick<KeptRow, 'position' | 'person' | 'visit'>;

/**
 * Positions of rows of which nothing may be repeated to their sender, because what they are about is itself a secret at that age: a pregnancy
 * below 18 (field rule 6). A row of a register is about the stage that its source is for, on that day.
 */
export async function findSecretRows(
  { store, tables }: Pick<GatewayParts, 'store' | 'tables'>,
  rows: readonly RowOfSomebody[],
  { source, asOf }: { readonly source: Source; readonly asOf: LocalDate },
): Promise<ReadonlySet<number>> {
  if (source.about === 'anak') return new Set();
  const ofSource = tables.programme.groups.get(source.stages)?.stages[0]?.is ?? 'lain';
  const visits = await store.visits.getVisits(store.db, [...new Set(rows.flatMap(({ visit }) => visit ?? []))]);
  const persons = await store.persons.getPersons(store.db, [...new Set(rows.flatMap(({ person }) => person ?? []))]);
  const secret = rows.filter(({ person, visit }) => {
    const known = persons.get(person ?? '')?.person;
    const told = visits.get(visit ?? '')?.visit ?? { lifeStage: ofSource, date: asOf };
    return known !== undefined && secrecyOf({ ...told, elements: [] }, known, tables.programme).kerahasiaan === 'sangat-terbatas';
  });
  return new Set(secret.map(({ position }) => position));
}
