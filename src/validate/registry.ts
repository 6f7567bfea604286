import { toImplied } from './implied-profiles.ts';
import { toBareCanonical } from './ir.ts';
import type { ExtensionIr } from './ir.ts';
import type { JsonObject } from './json.ts';
import type { ValidationOptions } from './options.ts';
import { isObject } from './json.ts';

/** A generated function of the fast path. */
export type FastCheck = (value: unknown) => boolean;

/** What is known of a canonical that a resource or a type names. */
export type Standing = 'profile' | 'base' | 'wrong-type' | 'missing' | 'foreign';

/** Something found by its canonical: a map, or a maker of what is asked for the first time. */
export interface Lookup<Found> {
  readonly get: (canonical: string) => Found | undefined;
}

/** What the validator knows by name. The base's functions are put in once; profiles are those of the validator that is asked. */
export interface Registry {
  readonly types: Map<string, FastCheck>;
  overlays: Lookup<FastCheck>;
  /** Resource types that can stand alone. */
  readonly resourceTypes: ReadonlySet<string>;
  /** The type of each profile by its canonical; ANY_TYPE for one of which not even that is known. */
  profileTypes: Lookup<string>;
  /** What is known of extensions by their url. */
  extensions: Lookup<ExtensionIr>;
  /** Canonicals beginning so must be known: they are ours. */
  readonly ownDomain: string;
}

/** Where the canonicals of base R4 begin. */
export const BASE = 'http://hl7.org/fhir/StructureDefinition/';

/** Stands for the type of a profile that could not be read so far. */
export const ANY_TYPE = '*';

/** Says what a canonical is to a node: a profile to check, its own base type, a profile of another type, or unknown (ours or another's). */
export function toStanding(registry: Registry, canonical: string, node: unknown): Standing {
  const actual = isObject(node) ? node['resourceType'] : undefined;
  const type = registry.profileTypes.get(canonical);
  if (type === undefined) return toBaseStanding(registry, toBareCanonical(canonical), actual);
  return actual === undefined || actual === type || type === ANY_TYPE || ANCESTORS.has(type) ? 'profile' : 'wrong-type';
}

function toBaseStanding(registry: Registry, url: string, actual: unknown): Standing {
  const base = url.startsWith(BASE) ? url.slice(BASE.length) : '';
  if (!registry.types.has(base)) return url.startsWith(registry.ownDomain) ? 'missing' : 'foreign';
  return actual === undefined || actual === base || ANCESTORS.has(base) ? 'base' : 'wrong-type';
}

const ANCESTORS: ReadonlySet<string> = new Set(['Resource', 'DomainResource']);

/** The profiles a resource must follow: those of meta.profile, where what is no list of strings is the base walk's matter, and what R4 asks for besides. */
export function toDeclared(resource: JsonObject, { vitalSigns }: ValidationOptions): readonly unknown[] {
  const meta = resource['meta'];
  const list = isObject(meta) ? meta['profile'] : undefined;
  const declared: readonly unknown[] = Array.isArray(list) ? list : NONE;
  const implied = toImplied(resource, vitalSigns);
  return implied === undefined || declared.includes(implied) ? declared : [...declared, implied];
}

const NONE: readonly unknown[] = [];
