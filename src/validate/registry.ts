import type { JsonObject } from './json.ts';
import { isObject } from './json.ts';

/** A generated function of the fast path. */
export type FastCheck = (value: unknown) => boolean;

/** What is known of a canonical that a resource or a type names. */
export type Standing = 'profile' | 'base' | 'wrong-type' | 'missing' | 'foreign';

/** What the validator knows by name. The fast functions are put in once the generated modules have made them. */
export interface Registry {
  readonly types: Map<string, FastCheck>;
  readonly overlays: Map<string, FastCheck>;
  /** Resource types that can stand alone. */
  readonly resourceTypes: ReadonlySet<string>;
  /** The type of each profile by its canonical. */
  readonly profileTypes: ReadonlyMap<string, string>;
  /** Canonicals beginning so must be known: they are ours. */
  readonly ownDomain: string;
}

/** Where the canonicals of base R4 begin. */
export const BASE = 'http://hl7.org/fhir/StructureDefinition/';

/** Says what a canonical is to a node: a profile to check, its own base type, a profile of another type, or unknown (ours or another's). */
export function toStanding(registry: Registry, url: string, node: unknown): Standing {
  const actual = isObject(node) ? node['resourceType'] : undefined;
  const type = registry.profileTypes.get(url);
  if (type === undefined) return toBaseStanding(registry, url, actual);
  return actual === undefined || actual === type ? 'profile' : 'wrong-type';
}

function toBaseStanding(registry: Registry, url: string, actual: unknown): Standing {
  const base = url.startsWith(BASE) ? url.slice(BASE.length) : '';
  if (!registry.types.has(base)) return url.startsWith(registry.ownDomain) ? 'missing' : 'foreign';
  return actual === undefined || actual === base || ANCESTORS.has(base) ? 'base' : 'wrong-type';
}

const ANCESTORS: ReadonlySet<string> = new Set(['Resource', 'DomainResource']);

/** The profiles a resource declares in meta.profile; what is no list of strings is the base walk's matter. */
export function toDeclared(resource: JsonObject): readonly unknown[] {
  const meta = resource['meta'];
  const declared = isObject(meta) ? meta['profile'] : undefined;
  return Array.isArray(declared) ? declared : NONE;
}

const NONE: readonly unknown[] = [];
