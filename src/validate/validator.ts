import type { Issue } from '../fhir/issue.ts';
import { isBlocking } from '../fhir/issue.ts';
import { Collector } from './collector.ts';
import type { Diagnoses, Diagnosis } from './collector.ts';
import type { Undecided } from './finding-log.ts';
import { isObject } from './json.ts';
import { DEFAULT_CAPS, findExcess } from './measure.ts';
import type { Caps, Excess } from './measure.ts';
import { toIssue } from './messages.ts';
import { defaultOptions } from './options.ts';
import type { ValidationOptions } from './options.ts';
import type { FastCheck } from './registry.ts';
import { createRuntime } from './runtime.ts';
import type { Runtime, RuntimeParts } from './runtime.ts';

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
}

/** A module of generated checks: given the runtime it answers names (types, canonicals) with functions. */
export type CheckModule<Check> = (runtime: Runtime) => readonly (readonly [string, Check])[];

/** The generated modules and the data they stand on. */
interface ValidatorParts extends RuntimeParts {
  readonly baseFast: CheckModule<FastCheck>;
  readonly baseDiagnose: CheckModule<Diagnosis>;
  readonly profilesFast: CheckModule<FastCheck>;
  readonly profilesDiagnose: CheckModule<Diagnosis>;
  readonly caps?: Caps;
}

/** Joins generated modules to a validator. */
export function createValidator(parts: ValidatorParts): Validator {
  const runtime = createRuntime(parts);
  const caps = parts.caps ?? DEFAULT_CAPS;
  for (const [name, check] of parts.baseFast(runtime)) runtime.registry.types.set(name, check);
  for (const [url, check] of parts.profilesFast(runtime)) runtime.registry.overlays.set(url, check);
  const diagnoses = { types: new Map(parts.baseDiagnose(runtime)), overlays: new Map(parts.profilesDiagnose(runtime)) };
  const judge: Validator['judge'] = (resource, profiles = [], options = {}) => {
    if (findExcess(resource, caps) !== undefined) return 'invalid';
    begin(runtime, resource, options);
    if (!runtime.isResource(resource)) return 'invalid';
    if (!profiles.every((url) => runtime.follows(resource, [url]))) return 'invalid';
    return runtime.W.warned ? 'warnings' : 'ok';
  };
  return {
    judge,
    isValid: (resource, profiles, options) => judge(resource, profiles, options) !== 'invalid',
    validate: (resource, profiles = [], options = {}) => {
      const resourceType = toResourceType(resource, runtime);
      const excess = findExcess(resource, caps);
      if (excess !== undefined) return toRefusal(resourceType, excess, caps);
      const { issues, undecided } = diagnose({ runtime, diagnoses, options }, resource, profiles);
      return { resourceType, valid: !issues.some(isBlocking), issues, undecided };
    },
  };
}

interface Diagnosing {
  readonly runtime: Runtime;
  readonly diagnoses: Diagnoses;
  readonly options: Partial<ValidationOptions>;
}

function diagnose({ runtime, diagnoses, options }: Diagnosing, resource: unknown, profiles: readonly string[]): Collector {
  const collector = new Collector(runtime, diagnoses);
  const path = toResourceType(resource, runtime);
  begin(runtime, resource, options);
  collector.resource(resource, path);
  if (isObject(resource)) for (const url of profiles) collector.followOne(resource, url, path);
  return collector;
}

/** What is too large or too deep is not walked at all. */
function toRefusal(resourceType: string, excess: Excess, caps: Caps): ValidationResult {
  const limits = { 'too-deep': caps.depth, 'too-many-nodes': caps.nodes, 'too-long': caps.stringLength };
  const expected = String(limits[excess]);
  const issue = toIssue({ code: excess, severity: 'error', path: resourceType, rule: '', expected, came: undefined });
  return { resourceType, valid: false, issues: [issue], undecided: [] };
}

function begin(runtime: Runtime, resource: unknown, options: Partial<ValidationOptions>): void {
  runtime.W.warned = false;
  runtime.W.resources.length = 0;
  runtime.W.options = { ...defaultOptions, ...options };
  runtime.W.resource = resource;
  runtime.W.root = resource;
}

/** The type as the resource names it when R4 has it; what else stands there is not repeated. */
function toResourceType(resource: unknown, runtime: Runtime): string {
  const type = isObject(resource) ? resource['resourceType'] : undefined;
  return typeof type === 'string' && runtime.registry.resourceTypes.has(type) ? type : 'Resource';
}
