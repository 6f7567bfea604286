import { puskesmasOf } from '../../map/places/ask-site.ts';
import type { Place, Site } from '../../map/place.ts';

/** A place with the puskesmas it belongs to; undefined when either is known no more. */
export function placeWithPuskesmas(site: Site, code: string): { readonly place: Place; readonly puskesmas: Place } | undefined {
  const place = site.places.get(code);
  const puskesmas = place === undefined ? undefined : puskesmasOf(site, place);
  return place === undefined || puskesmas === undefined ? undefined : { place, puskesmas };
}
