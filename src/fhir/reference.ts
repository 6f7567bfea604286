import type { Patient, Reference, Resource } from '@medplum/fhirtypes';
import { systems } from './systems.ts';

/** The fullUrl of a resource inside a Bundle (R4 2.36.4.1: `urn:uuid:` where no server has given an address). */
export function toFullUrl(id: string): string {
  return `urn:uuid:${id}`;
}

/** Refers to a resource of the same Bundle by its fullUrl. */
export function toEntryReference<T extends Resource = Patient>(id: string): Reference<T> {
  return { reference: toFullUrl(id) };
}

/** Refers to a place by its code in jejaring: a logical reference is legal wherever the target has no address yet (R4 2.3.0.1). */
export function toPlaceReference<T extends Resource>(
  type: 'Organization' | 'Location',
  place: { readonly code: string; readonly name: string },
): Reference<T> {
  return { type, identifier: { system: systems.place, value: place.code }, display: place.name };
}
