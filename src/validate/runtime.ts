import { findEntryFaults } from './bundle-rules.ts';
import type { Rule } from './invariants.ts';
import { toBareCanonical } from './ir.ts';
import type { ValueSetIr } from './ir.ts';
import { isObject } from './json.ts';
import type { JsonObject } from './json.ts';
import { primitives } from './primitives.ts';
import { toDeclared, toStanding } from './registry.ts';
import type { Registry } from './registry.ts';
import { isSelected } from './select.ts';
import type { Selector } from './selector.ts';
import { inCode, inCoding, inConcept, inQuantity, toValueSet } from './value-sets.ts';
import type { ValueSet } from './value-sets.ts';
import { at, count, equals, isCompanion, isList, isPadded, isWithin, matches, nests, toReferredType } from './values.ts';

/** What the walk now going on remembers: the resource for rules that ask for %resource, and whether something was worth a warning. */
interface Walk {
  warned: boolean;
  resource: unknown;
  root: unknown;
}

/** What a runtime is made of, beside the generated code. */
export interface RuntimeParts {
  readonly valueSets: readonly ValueSetIr[];
  readonly resourceTypes: readonly string[];
  readonly profileTypes: ReadonlyMap<string, string>;
  readonly ownDomain: string;
  readonly compileRule: (path: string, expression: string) => Rule;
}

/** What generated code is given. */
export type Runtime = ReturnType<typeof createRuntime>;

/** Makes the functions generated code calls. Walks are synchronous and share one `Walk`, so nothing is allocated for a sound resource. */
export function createRuntime(parts: RuntimeParts) {
  const W: Walk = { warned: false, resource: undefined, root: undefined };
  const { profileTypes, ownDomain } = parts;
  const registry: Registry = {
    types: new Map(),
    overlays: new Map(),
    resourceTypes: new Set(parts.resourceTypes),
    profileTypes,
    ownDomain,
  };
  const sets = createSets(parts.valueSets);
  const follows = (node: unknown, urls: readonly string[]): boolean => urls.some((url) => followsOne(registry, W, node, url));
  return {
    ...{ P: primitives, W, NOTHING: {}, isObject, isList, isPadded, isCompanion, at, count, equals, isWithin, matches, nests },
    ...{ inCode, inCoding, inConcept, inQuantity, toValueSet: sets, registry, follows },
    isResource: (value: unknown) => isResource(registry, W, value),
    knowsExtension: (extension: JsonObject) => knowsExtension(registry, extension),
    holdsBundle: (bundle: JsonObject) => holdsBundle(W, bundle),
    pointsAt: (value: unknown, allowed: ReadonlySet<string>) => pointsAt(registry, value, allowed),
    select: (value: unknown, selectors: readonly Selector[]) => isSelected(value, selectors, { toValueSet: sets, follows }),
    toRule: parts.compileRule,
    rules: { holds: (rule: Rule, node: unknown) => rule(node, W.resource, W.root) },
  };
}

function followsOne(registry: Registry, walk: Walk, node: unknown, canonical: string): boolean {
  const url = toBareCanonical(canonical);
  const standing = toStanding(registry, url, node);
  if (standing === 'foreign') walk.warned = true;
  if (standing === 'profile') return registry.overlays.get(url)?.(node) ?? true;
  return standing === 'base' || standing === 'foreign';
}

function isResource(registry: Registry, walk: Walk, value: unknown): boolean {
  if (!isObject(value) || typeof value['resourceType'] !== 'string' || !registry.resourceTypes.has(value['resourceType'])) return false;
  const outer = walk.resource;
  walk.resource = value;
  const sound = registry.types.get(value['resourceType'])?.(value) === true && followsDeclared(registry, walk, value);
  walk.resource = outer;
  return sound;
}

function followsDeclared(registry: Registry, walk: Walk, resource: JsonObject): boolean {
  for (const canonical of toDeclared(resource)) {
    if (typeof canonical === 'string' && !followsOne(registry, walk, resource, canonical)) return false;
  }
  return true;
}

function knowsExtension(registry: Registry, extension: JsonObject): boolean {
  const url = extension['url'];
  if (typeof url !== 'string') return true;
  const check = registry.overlays.get(url);
  return check === undefined ? !url.startsWith(registry.ownDomain) : check(extension);
}

function holdsBundle(walk: Walk, bundle: JsonObject): boolean {
  const faults = findEntryFaults(bundle);
  if (faults.length > 0) walk.warned = true;
  return faults.every((fault) => fault.severity === 'warning');
}

function pointsAt(registry: Registry, value: unknown, allowed: ReadonlySet<string>): boolean {
  const reference = isObject(value) ? value['reference'] : undefined;
  if (typeof reference !== 'string') return true;
  const type = toReferredType(reference);
  return allowed.has(type) || !registry.resourceTypes.has(type);
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
