import { policyOf, responsibleOn } from '../../map/places/ask-site.ts';
import type { Visit } from '../../map/visit.ts';
import type { SubjectState } from '../../platforms/platform.ts';
import type { Store } from '../open-store.ts';
import { toVisitNumber } from '../visit-number.ts';
import { toNikKey } from './load-patient.ts';
import { placeWithPuskesmas } from './load-place.ts';
import { keyOfResponsible } from './load-practitioner.ts';
import type { Loading } from './loading.ts';

/** A visit with everything its message needs. */
export async function loadVisit(
  store: Store,
  of: { readonly id: string; readonly number: string | undefined },
  { site, maySend }: Loading,
): Promise<SubjectState | undefined> {
  const known = await store.visits.getVisit(store.db, of.id);
  if (known === undefined) return undefined;
  const { visit, bundle, version } = known;
  // Nobody who says it owes it any more: for a platform that is its end too.
  const retracted = known.retracted || known.duty !== 'kirim';
  const person = (await store.persons.getPersons(store.db, [visit.person])).get(visit.person)?.person;
  const at = placeWithPuskesmas(site, visit.place);
  if (person === undefined || at === undefined) return undefined;
  const responsible = responsibleOn(at.place, visit.date);
  const number = of.number ?? toVisitNumber(store.idOf, person, visit);
  return {
    kind: 'visit',
    ...{ visit, version, retracted, person, number, bundle, ...at },
    partNumbers: toPartNumbers(store, visit, number),
    nikKey: toNikKey(store, person),
    policy: policyOf(site, at.puskesmas.code),
    responsible: responsible === undefined ? undefined : { key: keyOfResponsible(store, responsible), responsible },
    care: undefined,
    closingId: store.idOf(visit.id, ...closing),
    localIds: new Set(visit.elements.filter(({ key }) => !maySend(key)).map(({ key, ordinal }) => store.idOf(visit.id, key, ordinal))),
  };
}

const closing = ['kode-penutup', 1] as const;

/** Ids of resources come from our own id of the visit, their numbers from the number it bears at the platform. */
function toPartNumbers({ idOf }: Pick<Store, 'idOf'>, { id, elements }: Visit, number: string): ReadonlyMap<string, string> {
  const parts = [closing, ...elements.map(({ key, ordinal }) => [key, ordinal] as const)];
  return new Map(parts.map((part) => [idOf(id, ...part), idOf(number, ...part)]));
}
