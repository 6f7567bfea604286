import type { Issue } from '../fhir/issue.ts';
import { isBlocking } from '../fhir/issue.ts';
import { Collector } from './collector.ts';
import type { Diagnoses, Diagnosis } from './collector.ts';
import type { Undecided } from './finding-log.ts';
import { MOST_STEPS } from './fhirpath/rule.ts';
import { isObject } from './json.ts';
import type { JsonObject } from './json.ts';
import { DEFAULT_CAPS, findExcess } from './measure.ts';
import type { Caps, Excess } from './measure.ts';
import { toIssue } from './messages.ts';
import type { LoadedProfile } from './definitions/compile-loaded.ts';
import { deriveWorld } from './definitions/derive-world.ts';
import type { Origin } from './definitions/derive-world.ts';
import type { World } from './definitions/world.ts';
import { defaultOptions } from './options.ts';
import type { ValidationOptions } from './options.ts';
import { ANY_TYPE } from './registry.ts';
import type { ExtensionIr } from './ir.ts';
import type { FastCheck, Lookup } from './registry.ts';
import { createRuntime } from './runtime.ts';
import type { CheckModule, Runtime, RuntimeParts } from './runtime.ts';

/** What validating one resource found. `valid` means no error; warnings and undecided bindings do not make it invalid. */
export interface ValidationResult {
  readonly resourceType: string;
  readonly valid: boolean;
  readonly issues: readonly Issue[];
  readonly undecided: readonly Undecided[];
}

/** The three answers of the fast path. */
export type Verdict = 'ok' | 'warnings' | 'invalid';

/** A compiled validator. It never throws, whatever JSON it is given. */
export interface Validator {
  /** Explains everything that was found, against the base, meta.profile and the profiles asked for. */
  validate(resource: unknown, profiles?: readonly string[], options?: Partial<ValidationOptions>): ValidationResult;
  /** Answers only whether a resource holds, without explaining; the same verdict as `validate`. */
  isValid(resource: unknown, profiles?: readonly string[], options?: Partial<ValidationOptions>): boolean;
  /** Like `isValid`, and says whether there are warnings. */
  judge(resource: unknown, profiles?: readonly string[], options?: Partial<ValidationOptions>): Verdict;
  /** A validator that also knows these StructureDefinitions, ValueSets, CodeSystems and Questionnaires; this one stays as it is. */
  with(definitions: readonly JsonObject[]): Validator;
  /** Which of the definitions handed to `with` cannot be used, and why. Reads all of them; to ask for one is an error with the same reason. */
  readonly problems: readonly Issue[];
  /** FHIRPath rules that were run by fhirpath.js so far, because our compiler does not know all that is in them; none of R4's own. */
  readonly fallbacks: readonly string[];
}

/** The modules of the diagnostic path. */
interface DiagnosisModules {
  readonly base: CheckModule<Diagnosis>;
  readonly profiles: CheckModule<Diagnosis>;
}

/** The generated modules and the data they stand on. */
interface ValidatorParts extends RuntimeParts {
  /** The type of each profile that the build compiled, by its canonical. */
  readonly profileTypes: Lookup<string>;
  /** Where the extensions that the build compiled may stand. */
  readonly extensions?: Lookup<ExtensionIr>;
  readonly baseFast: CheckModule<FastCheck>;
  readonly profilesFast: CheckModule<FastCheck>;
  /** Asked for at the first diagnosis: data that holds never needs them. */
  readonly loadDiagnoses: () => DiagnosisModules;
  readonly caps?: Caps;
}

/** Joins generated modules to a validator. */
export function createValidator(parts: ValidatorParts): Validator {
  const runtime = createRuntime(parts);
  for (const [name, check] of parts.baseFast(runtime)) runtime.registry.types.set(name, check);
  const diagnoses = toDiagnoses(parts.loadDiagnoses, runtime);
  const generated = parts.profilesFast(runtime).map(([url, fast]): [string, LoadedProfile] => {
    const diagnosis: Diagnosis = (collector, value, path) => diagnoses.overlays.get(url)?.(collector, value, path);
    const extension = parts.extensions?.get(url);
    return [url, { type: parts.profileTypes.get(url) ?? ANY_TYPE, fast, diagnosis, ...(extension && { extension }) }];
  });
  const core = { runtime, generated: new Map(generated), library: parts.library ?? findNothing, terminology: runtime.W.terminology };
  const shared = { types: diagnoses.types, caps: parts.caps ?? DEFAULT_CAPS, findFallbacks: () => parts.compileRule.asked() };
  return toValidator({ ...core, ...shared }, []);
}

function toDiagnoses(load: ValidatorParts['loadDiagnoses'], runtime: Runtime): Diagnoses {
  let loaded: Diagnoses | undefined;
  const open = (): Diagnoses => {
    const { base, profiles } = load();
    return { types: new Map(base(runtime)), overlays: new Map(profiles(runtime)) };
  };
  return {
    types: { get: (name) => (loaded ??= open()).types.get(name) },
    overlays: { get: (url) => (loaded ??= open()).overlays.get(url) },
  };
}

/** What a validator and those derived from it share. */
interface Core extends Origin {
  readonly findFallbacks: () => readonly string[];
  readonly types: Diagnoses['types'];
  readonly caps: Caps;
}

function toValidator(core: Core, definitions: readonly JsonObject[]): Validator {
  const { runtime, caps } = core;
  const world = deriveWorld(core, definitions);
  const diagnoses = { types: core.types, overlays: world.diagnoses };
  const judge: Validator['judge'] = (resource, profiles = NO_PROFILES, options = defaultOptions) => {
    if (findExcess(resource, caps) !== undefined) return 'invalid';
    begin(runtime, world, resource, options);
    if (!runtime.isResource(resource)) return 'invalid';
    for (const url of profiles) if (!runtime.followsAsked(resource, url)) return 'invalid';
    return runtime.W.warned ? 'warnings' : 'ok';
  };
  return {
    judge,
    isValid: (resource, profiles, options) => judge(resource, profiles, options) !== 'invalid',
    validate: (resource, profiles = [], options = {}) => {
      const resourceType = toResourceType(resource, runtime);
      const excess = findExcess(resource, caps);
      if (excess !== undefined) return toRefusal(resourceType, excess, caps);
      begin(runtime, world, resource, options);
      const { issues, undecided } = diagnose(runtime, diagnoses, resource, profiles);
      return { resourceType, valid: !issues.some(isBlocking), issues, undecided };
    },
    with: (more) => toValidator(core, [...definitions, ...more]),
    get fallbacks() {
      return core.findFallbacks();
    },
    get problems() {
      return world.findProblems();
    },
  };
}

const NO_PROFILES: readonly string[] = [];

function findNothing(): undefined {
  return undefined;
}

function diagnose(runtime: Runtime, diagnoses: Diagnoses, resource: unknown, profiles: readonly string[]): Collector {
  const collector = new Collector(runtime, diagnoses);
  const path = toResourceType(resource, runtime);
  collector.resource(resource, path);
  if (isObject(resource)) for (const url of profiles) collector.followAsked(resource, url, path);
  return collector;
}

/** What is too large or too deep is not walked at all. */
function toRefusal(resourceType: string, excess: Excess, caps: Caps): ValidationResult {
  const limits = { 'too-deep': caps.depth, 'too-many-nodes': caps.nodes, 'too-long': caps.stringLength, 'too-wide': caps.names };
  const expected = String(limits[excess]);
  const issue = toIssue({ code: excess, severity: 'error', path: resourceType, rule: '', expected, came: undefined });
  return { resourceType, valid: false, issues: [issue], undecided: [] };
}

/** Generated base code is shared by all validators, so each puts its own world in place first; a walk is synchronous. */
function begin(runtime: Runtime, world: World, resource: unknown, options: Partial<ValidationOptions>): void {
  runtime.registry.overlays = world.overlays;
  runtime.registry.profileTypes = world.profileTypes;
  runtime.registry.extensions = world.extensions;
  runtime.W.find = world.find;
  runtime.W.terminology = world.terminology;
  runtime.W.warned = false;
  runtime.W.steps = MOST_STEPS;
  runtime.W.resources.length = 0;
  runtime.W.elementIds = 0;
  runtime.W.extended = false;
  if (runtime.W.indexes.size > 0) runtime.W.indexes.clear();
  if (runtime.W.judged.size > 0) runtime.W.judged.clear();
  runtime.W.options = options === defaultOptions ? defaultOptions : { ...defaultOptions, ...options };
  runtime.W.resource = resource;
  runtime.W.root = resource;
}

/** The type as the resource names it when R4 has it; what else stands there is not repeated. */
function toResourceType(resource: unknown, runtime: Runtime): string {
  const type = isObject(resource) ? resource['resourceType'] : undefined;
  return typeof type === 'string' && runtime.registry.resourceTypes.has(type) ? type : 'Resource';
}
