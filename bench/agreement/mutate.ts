import type { JsonObject } from '../../src/validate/json.ts';

/** A resource with one thing about it changed, and what. */
export interface Mutant {
  readonly what: string;
  readonly resource: JsonObject;
}

type Place = readonly (string | number)[];
type Change = (holder: Record<string, unknown> | unknown[], key: string | number) => string | undefined;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function createDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Changes one place of a resource: removes it, changes its code or type, repeats it, puts in what nobody defined. */
export function mutate(resource: JsonObject, dice: () => number): Mutant {
  for (;;) {
    const copy = structuredClone(resource);
    const places = listPlaces(copy, []);
    const place = places[Math.floor(dice() * places.length)] ?? [];
    const change = CHANGES[Math.floor(dice() * CHANGES.length)];
    const what = change && apply(copy, place, change);
    if (what !== undefined) return { what: `${what} ${place.join('.')}`, resource: copy };
  }
}

function apply(copy: JsonObject, place: Place, change: Change): string | undefined {
  let holder: unknown = copy;
  for (const key of place.slice(0, -1)) holder = (holder as Record<string | number, unknown>)[key];
  const key = place.at(-1);
  return key === undefined ? undefined : change(holder as Record<string, unknown>, key);
}

/** Everywhere but in what says which profile is meant. */
function listPlaces(value: unknown, at: Place): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  const own = keys.filter((key) => key !== 'resourceType' && key !== 'profile' && !(at.length === 0 && key === 'id'));
  return own.flatMap((key) => [[...at, key], ...listPlaces((value as Record<string | number, unknown>)[key], [...at, key])]);
}

const CHANGES: readonly Change[] = [
  (holder, key) => {
    // A list of nothing is a fault of JSON that @medplum/core does not look for, whatever the profile.
    if (Array.isArray(holder) && holder.length === 1) return undefined;
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else Reflect.deleteProperty(holder, key);
    return 'removed';
  },
  (holder, key) => {
    if (Array.isArray(holder) || (key !== 'code' && key !== 'system' && key !== 'status') || typeof holder[key] !== 'string')
      return undefined;
    holder[key] = key === 'system' ? 'urn:example:lain' : 'lain';
    return 'other';
  },
  (holder, key) => {
    if (Array.isArray(holder) || !/^(value|effective|occurrence|performed|medication)[A-Z]/.test(String(key))) return undefined;
    Reflect.deleteProperty(holder, key);
    holder[String(key).startsWith('value') ? 'valueString' : String(key).replace(/[A-Z].*/, 'Period')] = String(key).startsWith('value')
      ? 'lain'
      : { start: '2025-08-01' };
    return 'another type';
  },
  (holder, key) => {
    if (!Array.isArray(holder)) return undefined;
    holder.push(structuredClone(holder[Number(key)]));
    return 'repeated';
  },
  (holder, key) => {
    if (Array.isArray(holder) || typeof holder[key] !== 'object' || Array.isArray(holder[key])) return undefined;
    (holder[key] as Record<string, unknown>)['takDikenal'] = 'lain';
    return 'unknown property in';
  },
  (holder, key) => {
    if (Array.isArray(holder) || typeof holder[key] !== 'number') return undefined;
    holder[key] = -holder[key] - 1;
    return 'negative';
  },
  (holder, key) => {
    if (Array.isArray(holder) || typeof holder[key] !== 'string' || !/^\d{4}-\d\d/.test(holder[key])) return undefined;
    holder[key] = `${holder[key].slice(0, 4)}-13-01`;
    return 'no such month';
  },
];
