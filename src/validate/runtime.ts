import { findEntryFaults } from './bundle-rules.ts';
import type { Rule } from './invariants.ts';
import { toBareCanonical } from './ir.ts';
import type { ValueSetIr } from './ir.ts';
import { isObject } from './json.ts';
import type { JsonObject } from './json.ts';
import { primitives } from './primitives.ts';
import { isSelected } from './select.ts';
import type { Selector } from './selector.ts';
import { inCode, inCoding, inConcept, inQuantity, toValueSet } from './value-sets.ts';
import type { ValueSet } from './value-sets.ts';
import { at, count, equals, isCompanion, isList, isPadded, matches, toReferredType } from './values.ts';

/** A generated function of the fast path. */
export type FastCheck = (value: unknown) => boolean;

/** What is known of a canonical that a resource or a type names. */
export type Standing = 'profile' | 'base' | 'wrong-type' | 'missing' | 'foreign';

/** Where the resource now being walked is remembered, for rules that ask for %resource, and whether something was worth a warning. */
export interface Walk {
  warned: boolean;
  resource: unknown;
  root: unknown;
}

/** What the runtime is made of. */
export interface RuntimeParts {
  readonly valueSets: readonly ValueSetIr[];
  /** Resource types that can stand alone. */
  readonly resourceTypes: readonly string[];
  /** The type of each profile by its canonical. */
  readonly profileTypes: ReadonlyMap<string, string>;
  /** Canonicals beginning so must be known: they are ours. */
  readonly ownDomain: string;
  readonly compileRule: (path: string, expression: string) => Rule;
}

const BASE = 'http://hl7.org/fhir/StructureDefinition/';
const NOTHING: JsonObject = {};

/** What generated code is given; the fast functions it makes are put back into `types` and `overlays`. */
export type Runtime = ReturnType<typeof createRuntime>;

/** Makes the functions generated code calls. Synchronous walks share one `Walk`, so nothing is allocated for a sound resource. */
export function createRuntime(parts: RuntimeParts) {
  const W: Walk = { warned: false, resource: undefined, root: undefined };
  const types = new Map<string, FastCheck>();
  const overlays = new Map<string, FastCheck>();
  const resourceTypes = new Set(parts.resourceTypes);
  const sets = createSets(parts.valueSets);

  const toStanding = (url: string, node: unknown): Standing => {
    const type = parts.profileTypes.get(url);
    const actual = isObject(node) ? node['resourceType'] : undefined;
    if (type !== undefined) return actual === undefined || actual === type ? 'profile' : 'wrong-type';
    if (!url.startsWith(BASE) || !types.has(url.slice(BASE.length))) return url.startsWith(parts.ownDomain) ? 'missing' : 'foreign';
    return actual === undefined || actual === url.slice(BASE.length) || isAncestor(url) ? 'base' : 'wrong-type';
  };

  const followsOne = (node: unknown, canonical: string): boolean => {
    const url = toBareCanonical(canonical);
    const standing = toStanding(url, node);
    if (standing === 'foreign') W.warned = true;
    if (standing === 'profile') return overlays.get(url)?.(node) ?? true;
    return standing === 'base' || standing === 'foreign';
  };

  const follows = (node: unknown, urls: readonly string[]): boolean => urls.some((url) => followsOne(node, url));

  const isResource = (value: unknown): boolean => {
    if (!isObject(value) || typeof value['resourceType'] !== 'string' || !resourceTypes.has(value['resourceType'])) return false;
    const outer = W.resource;
    W.resource = value;
    const sound = types.get(value['resourceType'])?.(value) === true && toDeclared(value).every((canonical) => followsOne(value, canonical));
    W.resource = outer;
    return sound;
  };

  const knowsExtension = (extension: JsonObject): boolean => {
    const url = extension['url'];
    if (typeof url !== 'string') return true;
    const check = overlays.get(url);
    return check === undefined ? !url.startsWith(parts.ownDomain) : check(extension);
  };

  const holdsBundle = (bundle: JsonObject): boolean => {
    const faults = findEntryFaults(bundle);
    if (faults.length > 0) W.warned = true;
    return faults.every((fault) => fault.code === 'bundle-full-url-advised');
  };

  const pointsAt = (value: unknown, allowed: ReadonlySet<string>): boolean => {
    const reference = isObject(value) ? value['reference'] : undefined;
    if (typeof reference !== 'string') return true;
    const type = toReferredType(reference);
    return allowed.has(type) || !resourceTypes.has(type);
  };

  return {
    ...{ P: primitives, W, NOTHING, isObject, isList, isPadded, isCompanion, at, count, equals, matches },
    ...{ inCode, inCoding, inConcept, inQuantity, toValueSet: sets },
    ...{ types, overlays, resourceTypes, follows, toStanding, isResource, knowsExtension, holdsBundle, pointsAt },
    select: (value: unknown, selectors: readonly Selector[]) => isSelected(value, selectors, { toValueSet: sets, follows }),
    toRule: parts.compileRule,
    rules: { holds: (rule: Rule, node: unknown) => rule(node, W.resource, W.root) },
    ownDomain: parts.ownDomain,
  };
}

/** The profiles a resource declares in meta.profile; what is no list of strings is the base walk's matter. */
export function toDeclared(resource: JsonObject): readonly string[] {
  const meta = resource['meta'];
  const declared = isObject(meta) ? meta['profile'] : undefined;
  return Array.isArray(declared) ? declared.filter((canonical): canonical is string => typeof canonical === 'string') : NONE;
}

const NONE: readonly string[] = [];

function isAncestor(url: string): boolean {
  return url === `${BASE}Resource` || url === `${BASE}DomainResource`;
}

function createSets(expansions: readonly ValueSetIr[]): (url: string) => ValueSet {
  const byUrl = new Map(expansions.map((expansion) => [expansion.url, expansion]));
  const made = new Map<string, ValueSet>();
  return (url) => {
    const known = made.get(url);
    if (known !== undefined) return known;
    const set = toValueSet(url, byUrl.get(url));
    made.set(url, set);
    return set;
  };
}
