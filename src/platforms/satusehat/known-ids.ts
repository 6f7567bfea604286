import type { Place, Responsible } from '../../map/place.ts';
import type { Upstream } from '../platform.ts';
import { refOf } from './refs.ts';

/** The Location of a place: as jejaring has it, else as SATUSEHAT gave it. */
export function locationIdOf(place: Place, upstream: Upstream): string | undefined {
  return place.location ?? upstream.get(refOf.location(place.code))?.platformId;
}

/** The number of a nakes: as jejaring has it, else as it was found. */
export function practitionerIdOf(of: { readonly key: string; readonly responsible: Responsible }, upstream: Upstream): string | undefined {
  return of.responsible.ihs ?? upstream.get(refOf.practitioner(of.key))?.platformId;
}

/** The IHS number of a person, only while the NIK it was adopted for is still the person's: another NIK is another record (field rule 3). */
export function patientIdOf(person: { readonly id: string; readonly nikKey: string | undefined }, upstream: Upstream): string | undefined {
  const adopted = upstream.get(refOf.patient(person.id));
  return adopted !== undefined && adopted.hash === person.nikKey ? adopted.platformId : undefined;
}
