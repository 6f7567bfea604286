import type { Place, Site } from '../place.ts';

/** Codes of a place and of every place beneath it, in the order of the register; empty for a code that is none. */
export function placesUnder(site: Site, code: string): readonly string[] {
  return [...site.places.values()].filter((place) => isUnder(site, place, code)).map((place) => place.code);
}

function isUnder(site: Site, place: Place, code: string): boolean {
  let above: Place | undefined = place;
  while (above !== undefined && above.code !== code) above = above.parent === undefined ? undefined : site.places.get(above.parent);
  return above !== undefined;
}
