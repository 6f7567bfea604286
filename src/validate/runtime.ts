import { createAsking } from './checks/ask-checks.ts';
import type { Library } from './definitions/library.ts';
import { operations } from './fhirpath/operations.ts';
import { judgeRule } from './fhirpath/rule.ts';
import type { Outcome, Rule } from './fhirpath/rule.ts';
import type { RuleCompiler } from './invariants.ts';
import type { ValueSetIr } from './ir.ts';
import { isObject } from './json.ts';
import type { JsonObject } from './json.ts';
import { plainValues } from './plain-values.ts';
import { primitives } from './primitives.ts';
import { holdsExtensions } from './profile/check-extensions.ts';
import { isWithin } from './profile/compare-limits.ts';
import { createProfileChecks } from './profile/follow-profile.ts';
import type { ProfileChecks } from './profile/follow-profile.ts';
import { createTargetChecks } from './profile/follow-target.ts';
import type { ExtensionWorld } from './profile/place-extensions.ts';
import { enter } from './profile/steps.ts';
import type { Registry } from './registry.ts';
import { isSelected } from './select.ts';
import type { SelectorWorld } from './select.ts';
import type { Selector } from './selector.ts';
import { createTerminology } from './terminology/terminology.ts';
import type { CodeList } from './terminology/code-list.ts';
import { inCode, inCoding, inConcept } from './terminology/value-sets.ts';
import { at, count, equals, isCompanion, isList, isLocalExtension, isPadded, matches, nests } from './values.ts';
import { createHoldsRule, createWalk } from './walk.ts';
import type { Walk } from './walk.ts';

/** What a runtime is made of, beside the generated code. */
export interface RuntimeParts {
  readonly valueSets: readonly ValueSetIr[];
  readonly resourceTypes: readonly string[];
  readonly ownDomain: string;
  readonly compileRule: RuleCompiler;
  /** The definitions of R4 themselves; without them no profile can be compiled at run time, and only bound value sets are known. */
  readonly library?: Library;
  /** Codes that a site holds of the code systems of others. */
  readonly codeLists?: () => readonly CodeList[];
}

/** A module of generated checks: given the runtime it answers names (types, canonicals) with functions. */
export type CheckModule<Check> = (runtime: Runtime) => readonly (readonly [string, Check])[];

/** What generated code is given. */
export type Runtime = ReturnType<typeof createRuntime>;

/** Makes the functions generated code calls. Walks are synchronous and share one `Walk`, so nothing is allocated for a sound resource. */
export function createRuntime(parts: RuntimeParts) {
  const W = createWalk(
    parts.resourceTypes,
    createTerminology({ expansions: parts.valueSets, library: parts.library, lists: parts.codeLists }),
  );
  const registry = createRegistry(parts.ownDomain, W.resourceTypes);
  const { toValueSet } = W.terminology;
  const profiles = createProfileChecks(W, registry);
  const targets = createTargetChecks(W, registry);
  const world: ResourceWorld = { registry, walk: W, followsDeclared: profiles.followsDeclared };
  const extensions: ExtensionWorld = { registry, walk: W, toRule: parts.compileRule };
  return {
    ...{ P: primitives, S: plainValues, W, F: operations, NOTHING: {}, isObject, isList, isPadded, isCompanion, at, count },
    ...{ equals, isWithin, matches, nests },
    ...{ inCode, inCoding, inConcept, toValueSet, registry, ...profiles, ...targets },
    isResource: (value: unknown, contained = false) => isResource(world, value, contained),
    stepInto: (resource: JsonObject, contained: boolean) => enter(W, resource, contained),
    ...createAsking(W),
    extensionWorld: extensions,
    holdsExtensions: (element: JsonObject, path: string, type: string) => holdsExtensions({ element, path, type }, extensions),
    isLocalExtension,
    isDefined: (urls: readonly string[]) => urls.some((url) => registry.extensions.get(url) !== undefined),
    select: createSelect(toValueSet, profiles.conforms, targets.resolve),
    toRule: parts.compileRule,
    rules: { holds: createHoldsRule(W), judge: (rule: Rule, node: unknown): Outcome => judgeRule(rule, node, W) },
  };
}

/** The same runtime for generated code whose value sets are found elsewhere too. */
export function withValueSets(runtime: Runtime, toValueSet: Runtime['toValueSet']): Runtime {
  return { ...runtime, toValueSet, select: createSelect(toValueSet, runtime.conforms, runtime.resolve) };
}

function createSelect(toSet: SelectorWorld['toValueSet'], follows: SelectorWorld['follows'], resolve: SelectorWorld['resolve']) {
  const world: SelectorWorld = { toValueSet: toSet, follows, resolve };
  return (value: unknown, selectors: readonly Selector[]): boolean => isSelected(value, selectors, world);
}

function createRegistry(ownDomain: string, resourceTypes: ReadonlySet<string>): Registry {
  return { types: new Map(), overlays: new Map(), profileTypes: new Map(), extensions: new Map(), resourceTypes, ownDomain };
}

interface ResourceWorld extends Pick<ProfileChecks, 'followsDeclared'> {
  readonly registry: Registry;
  readonly walk: Walk;
}

function isResource({ registry, walk, followsDeclared }: ResourceWorld, value: unknown, contained: boolean): boolean {
  if (!isObject(value) || typeof value['resourceType'] !== 'string' || !registry.resourceTypes.has(value['resourceType'])) return false;
  const { resource, root } = walk;
  walk.resource = value;
  if (!contained) walk.root = value;
  walk.resources.push(value);
  const sound = registry.types.get(value['resourceType'])?.(value) === true && followsDeclared(value);
  walk.resource = resource;
  walk.root = root;
  walk.resources.pop();
  return sound;
}
