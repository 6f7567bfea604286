import type { Place, Site } from '../place.ts';
import { placesUnder } from './places-under.ts';

/** Codes of places that another import says differently, those beneath them and those of a changed policy included: what a platform knows of them may be old. */
export function changedPlaces(before: Site | undefined, after: Site): readonly string[] {
  const places = [...after.places.values()].filter(({ code }) => !isSame(before?.places.get(code), after.places.get(code)));
  const policies = [...after.places.keys()].filter((code) => toText(before?.policies.get(code)) !== toText(after.policies.get(code)));
  return [...new Set([...places.map(({ code }) => code), ...policies].flatMap((code) => placesUnder(after, code)))];
}

/** Who answers for a place is no part of what a platform knows of it. */
function isSame(one: Place | undefined, other: Place | undefined): boolean {
  return toText(withoutStaff(one)) === toText(withoutStaff(other));
}

function withoutStaff(place: Place | undefined): object | undefined {
  return place === undefined ? undefined : { ...place, responsible: [] };
}

/** The same keys in the same order: a register that was kept comes back with its keys in another. */
function toText(value: object | undefined): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
