import { policyOf, responsibleOn } from '../../map/places/ask-site.ts';
import type { Place } from '../../map/place.ts';
import type { Visit } from '../../map/visit.ts';
import type { SubjectState } from '../../platforms/platform.ts';
import type { Store } from '../open-store.ts';
import type { KnownVisit } from '../visits.ts';
import { toVisitNumber } from '../visit-number.ts';
import { toNikKey } from './load-patient.ts';
import { placeWithPuskesmas } from './load-place.ts';
import { keyOfResponsible } from './load-practitioner.ts';
import type { Loading } from './loading.ts';

/** A visit with everything its message needs. */
export async function loadVisit(
  store: Store,
  of: { readonly id: string; readonly number: string | undefined },
  { platform, site, maySend }: Loading,
): Promise<SubjectState | undefined> {
  const known = await store.visits.getVisit(store.db, of.id);
  if (known === undefined) return undefined;
  const { visit, bundle, version } = known;
  // Nobody who says it owes it any more: for a platform that is its end too.
  const retracted = known.retracted || known.duty !== 'kirim';
  const person = (await store.persons.getPersons(store.db, [visit.person])).get(visit.person)?.person;
  const at = placeWithPuskesmas(site, visit.place);
  if (person === undefined || at === undefined) return undefined;
  const freshNumber = toVisitNumber(store.idOf, person, visit);
  const number = of.number ?? freshNumber;
  // Of what never left there is nothing to correct.
  const before = of.number === undefined ? neverSent : await loadBefore(store, { id: of.id, version, platform });
  return {
    kind: 'visit',
    ...{ visit, version, retracted, person, number, bundle, ...at },
    ...{ freshNumber, former: before.former.map((one) => one.bundle), doneByHand: before.doneByHand },
    partNumbers: toPartNumbers(store, [visit, ...before.former.map((one) => one.visit)], number),
    nikKey: toNikKey(store, person),
    policy: policyOf(site, at.puskesmas.code),
    responsible: findResponsible(store, at.place, visit),
    care: undefined,
    closingId: store.idOf(visit.id, ...closing),
    localIds: new Set(visit.elements.filter(({ key }) => !maySend(key)).map(({ key, ordinal }) => store.idOf(visit.id, key, ordinal))),
  };
}

function findResponsible(store: Store, place: Place, { date }: Visit): Extract<SubjectState, { kind: 'visit' }>['responsible'] {
  const responsible = responsibleOn(place, date);
  return responsible === undefined ? undefined : { key: keyOfResponsible(store, responsible), responsible };
}

const closing = ['kode-penutup', 1] as const;

interface Before {
  readonly former: readonly KnownVisit[];
  readonly doneByHand: number | undefined;
}

const neverSent: Before = { former: [], doneByHand: undefined };

/** What a visit was before, and what a person says of it; a first version has neither. */
async function loadBefore(
  store: Store,
  { id, version, platform }: { readonly id: string; readonly version: number; readonly platform: string },
): Promise<Before> {
  const [former, doneByHand] = await Promise.all([
    version === 1 ? [] : store.visits.formerVersions(store.db, id),
    store.owed.handCorrectionOf(store.db, platform, { kind: 'visit', id }),
  ]);
  return { former, doneByHand };
}

/** Ids of resources come from our own id of the visit, their numbers from the number it bears at the platform; those of what is gone from it too. */
function toPartNumbers({ idOf }: Pick<Store, 'idOf'>, versions: readonly Visit[], number: string): ReadonlyMap<string, string> {
  const elements = versions.flatMap((one) => one.elements.map(({ key, ordinal }) => [key, ordinal] as const));
  const id = versions[0]?.id ?? '';
  return new Map([closing, ...elements].map((part) => [idOf(id, ...part), idOf(number, ...part)]));
}
