import type { Library } from '../definitions/library.ts';
import { toBareCanonical } from '../ir.ts';
import type { ValueSetIr } from '../ir.ts';
import { toObjects } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { toCodesBySystem } from './code-list.ts';
import type { CodeList } from './code-list.ts';
import { hasContent, readCodeSystem } from './code-system.ts';
import type { CodeSystem } from './code-system.ts';
import { expandValueSet } from './expand-value-set.ts';
import type { ExpansionSource } from './expand-value-set.ts';
import { createSystems } from './systems.ts';
import type { System } from './system.ts';
import { toValueSet } from './value-sets.ts';
import type { ValueSet } from './value-sets.ts';

/** What a terminology is made of. */
export interface TerminologyParts {
  /** The value sets base R4 binds, expanded when the validator was built. */
  readonly expansions: readonly ValueSetIr[];
  /** All others of base R4, opened only when something names one. */
  readonly library?: Library | undefined;
  /** Definitions loaded beside the base come first; `|version` is heeded. */
  readonly find?: ((resourceType: string, canonical: string) => JsonObject | undefined) | undefined;
  /** Codes of systems of others; asked for at the first system that is not held. */
  readonly lists?: (() => readonly CodeList[]) | undefined;
}

/** Answers for value sets and code systems by their canonical. What it has answered it remembers. */
export interface Terminology {
  readonly toValueSet: (canonical: string) => ValueSet;
  readonly toSystem: (url: string) => System;
  /** A value set that stands inside another resource, under whatever canonical. */
  readonly expand: (definition: JsonObject) => ValueSet;
  /** The same, with other definitions loaded beside the base. */
  readonly with: (find: TerminologyParts['find']) => Terminology;
}

/** Where ready-made answers end: the versions of R4 itself. */
const BASE_VERSIONS: ReadonlySet<string> = new Set(['4.0.1', '4.0.0', '4.0']);

/** Makes a terminology. Nothing is read or expanded before it is asked for. */
export function createTerminology(parts: TerminologyParts): Terminology {
  const held = createHeld(parts);
  const isValueSet = (url: string): boolean => url.includes('/ValueSet/') && held.toValueSetResource(url) !== undefined;
  let lists: ReturnType<typeof toCodesBySystem> | undefined;
  const toList = (url: string) => (lists ??= toCodesBySystem(parts.lists?.() ?? [])).get(url);
  const toSystem = createSystems({ toCodeSystem: held.toCodeSystem, isValueSet, toList });
  const source = { toValueSet: held.toValueSetResource, toCodeSystem: held.toCodeSystem };
  const expansions = new Map(parts.expansions.map((expansion) => [expansion.url, expansion]));
  const made = new Map<string, ValueSet>();
  return {
    toSystem,
    expand: createExpander(source, toSystem),
    with: (find) => createTerminology({ ...parts, find }),
    toValueSet: (canonical) => {
      const known = made.get(canonical);
      if (known !== undefined) return known;
      const ready = held.isReplaced(canonical) ? undefined : expansions.get(canonical);
      const set = toValueSet(toBareCanonical(canonical), ready ?? expandValueSet(canonical, source), toSystem);
      // Names of nothing are not remembered without end: a form inside a response may bring them.
      if (set.known || made.size < MOST) made.set(canonical, set);
      return set;
    },
  };
}

/** The canonical a value set without one has while it is expanded. */
const SELF = 'urn:self';

function createExpander(source: ExpansionSource, toSystem: Terminology['toSystem']): Terminology['expand'] {
  const made = new WeakMap<JsonObject, ValueSet>();
  return (definition) => {
    const known = made.get(definition);
    if (known !== undefined) return known;
    const own = { ...source, toValueSet: (canonical: string) => (canonical === SELF ? definition : source.toValueSet(canonical)) };
    const set = toValueSet(SELF, expandValueSet(SELF, own), toSystem);
    made.set(definition, set);
    return set;
  };
}

interface Held {
  readonly toValueSetResource: (canonical: string) => JsonObject | undefined;
  readonly toCodeSystem: (canonical: string) => CodeSystem | undefined;
  /** True when what was loaded beside the base has a value set of its own for a canonical. */
  readonly isReplaced: (canonical: string) => boolean;
}

function createHeld({ library, find }: TerminologyParts): Held {
  const systems = new Map<string, CodeSystem | undefined>();
  const ofBase = (resourceType: string, canonical: string): JsonObject | undefined => {
    const resource = library?.(resourceType, toBareCanonical(canonical));
    return resource !== undefined && isOfVersion(resource, canonical) ? resource : undefined;
  };
  const toCodeSystem = (canonical: string): CodeSystem | undefined => {
    if (systems.has(canonical)) return systems.get(canonical);
    const resource = [find?.('CodeSystem', canonical), ofBase('CodeSystem', canonical)].find(
      (each) => each !== undefined && hasContent(each),
    );
    const system = resource && readCodeSystem(resource);
    if (systems.size < MOST) systems.set(canonical, system);
    return system;
  };
  return {
    toCodeSystem,
    toValueSetResource: (canonical) => toContained(canonical, find) ?? find?.('ValueSet', canonical) ?? ofBase('ValueSet', canonical),
    isReplaced: (canonical) => find?.('ValueSet', canonical) !== undefined,
  };
}

/** Enough for every system in real use; a hostile resource must not fill the memory. */
const MOST = 5000;

function isVersioned(canonical: string): boolean {
  const bar = canonical.indexOf('|');
  return bar >= 0 && !BASE_VERSIONS.has(canonical.slice(bar + 1));
}

function isOfVersion(resource: JsonObject, canonical: string): boolean {
  return !isVersioned(canonical) || canonical.endsWith(`|${String(resource['version'])}`);
}

/** A binding may name a value set inside its own profile: `canonical#id` (R4 2.1.5.1.2). */
function toContained(canonical: string, find: TerminologyParts['find']): JsonObject | undefined {
  const hash = canonical.indexOf('#');
  if (hash < 0) return undefined;
  const profile = find?.('StructureDefinition', canonical.slice(0, hash));
  return toObjects(profile?.['contained']).find((each) => each['id'] === canonical.slice(hash + 1));
}
