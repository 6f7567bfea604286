import { puskesmasOf, policyOf, responsibleOn } from '../map/places/ask-site.ts';
import { toResponsibleKey } from '../map/places/responsible-key.ts';
import type { Place, Responsible, Site } from '../map/place.ts';
import type { Person, Visit } from '../map/visit.ts';
import type { Debt } from '../deliver/debt.ts';
import type { SubjectState } from '../platforms/platform.ts';
import type { Store } from './open-store.ts';
import { toVisitNumber } from './visit-number.ts';

/** The key of a responsible nakes: a keyed hash, because a NIK may stand in no clear column. */
export function keyOfResponsible(store: Pick<Store, 'idOf'>, responsible: Responsible): string {
  return toResponsibleKey(store.idOf, responsible);
}

/** What a subject is loaded with besides the store. */
export interface Loading {
  readonly site: Site;
  readonly maySend: (element: string) => boolean;
}

/** The subject of a debt as it is now, with everything it leans on; undefined when it, or the place it leans on, is known no more. */
export async function loadSubject(
  store: Store,
  { subject, number }: Pick<Debt, 'subject' | 'number'>,
  loading: Loading,
): Promise<SubjectState | undefined> {
  const { site } = loading;
  switch (subject.kind) {
    case 'place': {
      const at = placeWithPuskesmas(site, subject.id);
      return at === undefined ? undefined : { kind: 'place', ...at };
    }
    case 'practitioner':
      return findPractitioner(store, subject.id, site);
    case 'patient':
      return loadPatient(store, subject.id, site);
    case 'visit':
      return loadVisit(store, { id: subject.id, number }, loading);
  }
}

function placeWithPuskesmas(site: Site, code: string): { readonly place: Place; readonly puskesmas: Place } | undefined {
  const place = site.places.get(code);
  const puskesmas = place === undefined ? undefined : puskesmasOf(site, place);
  return place === undefined || puskesmas === undefined ? undefined : { place, puskesmas };
}

function findPractitioner(store: Store, key: string, site: Site): SubjectState | undefined {
  for (const place of site.places.values()) {
    const responsible = place.responsible.find((one) => keyOfResponsible(store, one) === key);
    const puskesmas = responsible === undefined ? undefined : puskesmasOf(site, place);
    if (responsible !== undefined && puskesmas !== undefined) return { kind: 'practitioner', key, responsible, puskesmas };
  }
  return undefined;
}

/** A person is looked up with the credential of the puskesmas of the newest visit that stands, or else of one that was taken back. */
async function loadPatient(store: Store, id: string, site: Site): Promise<SubjectState | undefined> {
  const person = (await store.persons.getPersons(store.db, [id])).get(id)?.person;
  const newest = (await store.visits.visitsOfPerson(store.db, id)).at(-1);
  const place = newest?.visit.place ?? (await store.visits.lastPlaceOf(store.db, id));
  const at = place === undefined ? undefined : placeWithPuskesmas(site, place);
  return person === undefined || at === undefined
    ? undefined
    : { kind: 'patient', person, nikKey: toNikKey(store, person), puskesmas: at.puskesmas };
}

/** Keyed by person too, so that equal NIKs cannot be seen from the table of upstream ids. */
function toNikKey(store: Pick<Store, 'idOf'>, { id, nik }: Person): string | undefined {
  return nik === undefined ? undefined : store.idOf(id, `nik|${nik}`, 1);
}

async function loadVisit(
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
