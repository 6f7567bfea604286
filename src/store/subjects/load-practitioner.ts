import { puskesmasOf } from '../../map/places/ask-site.ts';
import { toResponsibleKey } from '../../map/places/responsible-key.ts';
import type { Responsible, Site } from '../../map/place.ts';
import type { SubjectState } from '../../platforms/subject.ts';
import type { Store } from '../open-store.ts';

/** The key of a responsible nakes: a keyed hash, because a NIK may stand in no clear column. */
export function keyOfResponsible(store: Pick<Store, 'idOf'>, responsible: Responsible): string {
  return toResponsibleKey(store.idOf, responsible);
}

/** The nakes behind a key, with a puskesmas whose credential may ask for its number. */
export function findPractitioner(store: Store, key: string, site: Site): SubjectState | undefined {
  for (const place of site.places.values()) {
    const responsible = place.responsible.find((one) => keyOfResponsible(store, one) === key);
    const puskesmas = responsible === undefined ? undefined : puskesmasOf(site, place);
    if (responsible !== undefined && puskesmas !== undefined) return { kind: 'practitioner', key, responsible, puskesmas };
  }
  return undefined;
}
