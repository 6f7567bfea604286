import type { Bundle } from '@medplum/fhirtypes';
import { policyOf, responsibleOn } from '../../map/places/ask-site.ts';
import type { Place, Policy } from '../../map/place.ts';
import type { LocalDate, Visit } from '../../map/visit.ts';
import { takesEveryVisit } from '../../platforms/own-server.ts';
import type { CountedContact, SubjectState } from '../../platforms/subject.ts';
import type { Store } from '../open-store.ts';
import { toVisitNumber } from '../visit-number.ts';
import type { KnownVisit } from '../visits.ts';
import { courseOfVisit } from './course-of-visit.ts';
import { loadBefore, neverSent, type Before } from './load-before.ts';
import { toPersonKeys } from './load-patient.ts';
import { placeWithPuskesmas } from './load-place.ts';
import { keyOfResponsible } from './load-practitioner.ts';
import type { Loading } from './loading.ts';
import { namePartsOf } from './visit-parts.ts';

type VisitState = Extract<SubjectState, { kind: 'visit' }>;

/** A visit with everything its message needs. */
export async function loadVisit(
  store: Store,
  of: { readonly id: string; readonly number: string | undefined },
  loading: Loading,
): Promise<SubjectState | undefined> {
  const { site, platform } = loading;
  const known = await store.visits.getVisit(store.db, of.id);
  if (known === undefined) return undefined;
  const { visit, bundle, version } = known;
  const retracted = isOver(known, platform);
  const person = (await store.persons.getPersons(store.db, [visit.person])).get(visit.person)?.person;
  const at = placeWithPuskesmas(site, visit.place);
  if (person === undefined || at === undefined) return undefined;
  const freshNumber = toVisitNumber(store.idOf, person, visit);
  const number = of.number ?? freshNumber;
  const keys = toPersonKeys(store, person);
  const before = of.number === undefined ? neverSent : await loadBefore(store, { id: of.id, version, platform, person, keys });
  return {
    kind: 'visit',
    ...{ visit, version, retracted, person, number, freshNumber, bundle, ...at },
    ...toNamed(store, { known, before, number, policy: policyOf(site, at.puskesmas.code) }, loading),
    ...keys,
    responsible: findResponsible(store, at.place, visit.date),
    ...(await courseOfVisit(store, visit, person)),
    contact: await countContact(visit, retracted, loading),
  };
}

/** Taken back, or owed no more by anybody who says it: for SATUSEHAT that is its end too. */
function isOver({ retracted, duty }: KnownVisit, platform: string): boolean {
  return retracted || (duty !== 'kirim' && !takesEveryVisit(platform));
}

interface Naming {
  readonly known: KnownVisit;
  readonly before: Before;
  readonly number: string;
  readonly policy: Policy | undefined;
}

type Named = Pick<VisitState, 'policy' | 'former' | 'formerVisits' | 'denied' | 'doneByHand'> & ReturnType<typeof namePartsOf>;

/** What it was before, what the head of the puskesmas decided, and its parts by both. */
function toNamed(store: Store, { known, before, number, policy }: Naming, loading: Loading): Named {
  const versions = [known, ...before.former].map(({ visit, bundle }) => ({ visit, bundle: bundle as Bundle }));
  return {
    policy,
    former: before.former.map(({ bundle }) => bundle),
    formerVisits: before.former.map(({ visit }) => ({ visit, person: before.ownerOf(visit.person) })),
    denied: before.denied,
    doneByHand: before.doneByHand,
    ...namePartsOf(store, { versions, number, alsoSend: policy?.alsoSend ?? [] }, loading),
  };
}

/** What was taken back counts as no contact. */
async function countContact(visit: Visit, retracted: boolean, { contactOf }: Loading): Promise<CountedContact | undefined> {
  return retracted ? undefined : contactOf?.(visit);
}

function findResponsible(store: Store, place: Place, date: LocalDate): VisitState['responsible'] {
  const responsible = responsibleOn(place, date);
  return responsible && { key: keyOfResponsible(store, responsible), responsible };
}
