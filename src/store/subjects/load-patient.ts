import { policyOf } from '../../map/places/ask-site.ts';
import { toKnownAddress, type KnownAddress } from '../../map/places/known-address.ts';
import type { Person } from '../../map/visit.ts';
import type { Place, Site } from '../../map/place.ts';
import type { SubjectState } from '../../platforms/subject.ts';
import type { Store } from '../open-store.ts';
import { placeWithPuskesmas } from './load-place.ts';
import type { Loading } from './loading.ts';

/** In place of the key of a number: what a person decided about somebody who has none. */
const withoutNumber = 'tanpa-nik';

/** A person is looked up with the credential of the puskesmas of the newest visit that stands, or else of one that was taken back. */
export async function loadPatient(store: Store, id: string, loading: Loading): Promise<SubjectState | undefined> {
  const { site, platform } = loading;
  const person = (await store.persons.getPersons(store.db, [id])).get(id)?.person;
  const { at, isVerified } = await loadWhere(store, id, site);
  if (person === undefined || at === undefined) return undefined;
  const { place, puskesmas } = at;
  const keys = toPersonKeys(store, person);
  const standing = await store.identityDecisions.standingOf(store.db, { platform, person: id, keys: toDecidable(keys) });
  const isNewborn = person.nik === undefined && person.nikIbu !== undefined;
  return {
    ...{ kind: 'patient', person, ...keys, decided: standing.decided, puskesmas, policy: policyOf(site, puskesmas.code) },
    ...(standing.absent ? { address: await loadAddress(store, { person, place }, loading) } : {}),
    ...(isNewborn ? { hasTwin: (await store.persons.twinsOf(store.db, person)).length > 0 } : {}),
    isVerified,
  };
}

/** Where a person was seen last, and whether a nakes stood by it. */
async function loadWhere(
  store: Store,
  id: string,
  site: Site,
): Promise<{ readonly at: ReturnType<typeof placeWithPuskesmas>; readonly isVerified: boolean }> {
  const newest = (await store.visits.visitsOfPerson(store.db, id)).at(-1)?.visit;
  const code = newest?.place ?? (await store.visits.lastPlaceOf(store.db, id));
  const isVerified = newest !== undefined && (newest.verified || newest.recorder === 'nakes');
  return { at: code === undefined ? undefined : placeWithPuskesmas(site, code), isVerified };
}

/** A word about a record holds for the number of today, or for somebody who had none when it was said. */
export function toDecidable({
  nikKey,
  motherKey,
}: {
  readonly nikKey: string | undefined;
  readonly motherKey: string | undefined;
}): readonly string[] {
  return [nikKey, motherKey, withoutNumber].filter((key) => key !== undefined);
}

/** Where somebody lives, with codes: the rows first, then the register of sasaran, then the kelurahan of the place that serves there. */
async function loadAddress(
  store: Store,
  { person, place }: { readonly person: Person; readonly place: Place },
  { wilayah }: Loading,
): Promise<KnownAddress> {
  const entries = await store.personEnrolments.enrolmentsOfPerson(store.db, person.id);
  const domicile = entries.findLast((entry) => entry.domicile !== undefined && entry.to === undefined)?.domicile;
  const { kelurahan } = place;
  const sources = { ...(domicile === undefined ? {} : { domicile }), ...(kelurahan === undefined ? {} : { kelurahan }) };
  return toKnownAddress({ written: person.address ?? {}, ...sources }, await wilayah?.());
}

/** By what a person is known at a platform: keyed hashes of the own NIK and the mother's. */
export function toPersonKeys(
  store: Pick<Store, 'idOf'>,
  person: Person,
): { readonly nikKey: string | undefined; readonly motherKey: string | undefined } {
  return { nikKey: toNikKey(store, person), motherKey: toMotherKey(store, person) };
}

/** Keyed by person too, so that equal NIKs cannot be seen from the table of upstream ids. */
function toNikKey(store: Pick<Store, 'idOf'>, { id, nik }: Person): string | undefined {
  return nik === undefined ? undefined : store.idOf(id, `nik|${nik}`, 1);
}

/** The same of the mother's NIK, by which a newborn is known. */
function toMotherKey(store: Pick<Store, 'idOf'>, { id, nikIbu }: Person): string | undefined {
  return nikIbu === undefined ? undefined : store.idOf(id, `nik-ibu|${nikIbu}`, 1);
}
