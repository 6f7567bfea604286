import { policyOf } from '../../map/places/ask-site.ts';
import type { Person } from '../../map/visit.ts';
import type { Site } from '../../map/place.ts';
import type { SubjectState } from '../../platforms/platform.ts';
import type { Store } from '../open-store.ts';
import { placeWithPuskesmas } from './load-place.ts';

/** A person is looked up with the credential of the puskesmas of the newest visit that stands, or else of one that was taken back. */
export async function loadPatient(store: Store, id: string, site: Site): Promise<SubjectState | undefined> {
  const person = (await store.persons.getPersons(store.db, [id])).get(id)?.person;
  const newest = (await store.visits.visitsOfPerson(store.db, id)).at(-1);
  const place = newest?.visit.place ?? (await store.visits.lastPlaceOf(store.db, id));
  const at = place === undefined ? undefined : placeWithPuskesmas(site, place);
  if (person === undefined || at === undefined) return undefined;
  const { puskesmas } = at;
  const keys = { nikKey: toNikKey(store, person), motherKey: toMotherKey(store, person) };
  return { kind: 'patient', person, ...keys, decided: new Map(), puskesmas, policy: policyOf(site, puskesmas.code) };
}

/** Keyed by person too, so that equal NIKs cannot be seen from the table of upstream ids. */
export function toNikKey(store: Pick<Store, 'idOf'>, { id, nik }: Person): string | undefined {
  return nik === undefined ? undefined : store.idOf(id, `nik|${nik}`, 1);
}

function toMotherKey(store: Pick<Store, 'idOf'>, { id, nikIbu }: Person): string | undefined {
  return nikIbu === undefined ? undefined : store.idOf(id, `nik-ibu|${nikIbu}`, 1);
}
