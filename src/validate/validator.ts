import type { Issue } from '../fhir/issue.ts';
import { isBlocking } from '../fhir/issue.ts';
import { createCollector } from './collector.ts';
import type { Diagnosis, Undecided } from './collector.ts';
import { isObject } from './json.ts';
import { DEFAULT_CAPS, findExcess } from './measure.ts';
import type { Caps } from './measure.ts';
import { toIssue } from './messages.ts';
import { createRuntime } from './runtime.ts';
import type { FastCheck, Runtime, RuntimeParts } from './runtime.ts';

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
  validate(resource: unknown, profiles?: readonly string[]): ValidationResult;
  /** Answers only whether a resource holds, without explaining; the same verdict as `validate`. */
  isValid(resource: unknown, profiles?: readonly string[]): boolean;
  /** Like `isValid`, and says whether there are warnings. */
  judge(resource: unknown, profiles?: readonly string[]): Verdict;
}

/** A module of generated checks: given the runtime it answers names (types, canonicals) with functions. */
export type CheckModule<Check> = (runtime: Runtime) => readonly (readonly [string, Check])[];

/** The generated modules and the data they stand on. */
export interface ValidatorParts extends RuntimeParts {
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
  for (const [name, check] of parts.baseFast(runtime)) runtime.types.set(name, check);
  for (const [url, check] of parts.profilesFast(runtime)) runtime.overlays.set(url, check);
  const diagnoses = { types: new Map(parts.baseDiagnose(runtime)), overlays: new Map(parts.profilesDiagnose(runtime)) };

  const judge = (resource: unknown, profiles: readonly string[] = []): Verdict => {
    if (findExcess(resource, caps) !== undefined) return 'invalid';
    begin(runtime, resource);
    if (!runtime.isResource(resource)) return 'invalid';
    runtime.W.resource = resource;
    if (!profiles.every((url) => runtime.follows(resource, [url]))) return 'invalid';
    return runtime.W.warned ? 'warnings' : 'ok';
  };

  const validate = (resource: unknown, profiles: readonly string[] = []): ValidationResult => {
    const resourceType = toResourceType(resource, runtime);
    const excess = findExcess(resource, caps);
    if (excess !== undefined) {
      const finding = { code: excess, severity: 'error' as const, path: resourceType, rule: '', expected: toLimit(excess, caps), came: undefined };
      return { resourceType, valid: false, issues: [toIssue(finding)], undecided: [] };
    }
    const collector = createCollector(runtime, diagnoses);
    begin(runtime, resource);
    collector.resource(resource, resourceType);
    runtime.W.resource = resource;
    if (isObject(resource)) for (const url of profiles) collector.followOne(resource, url, resourceType);
    const { issues, undecided } = collector;
    return { resourceType, valid: !issues.some(isBlocking), issues, undecided };
  };

  return { validate, judge, isValid: (resource, profiles) => judge(resource, profiles) !== 'invalid' };
}

function begin(runtime: Runtime, resource: unknown): void {
  runtime.W.warned = false;
  runtime.W.resource = resource;
  runtime.W.root = resource;
}

/** The type as the resource names it when R4 has it; what else stands there is not repeated. */
function toResourceType(resource: unknown, runtime: Runtime): string {
  const type = isObject(resource) ? resource['resourceType'] : undefined;
  return typeof type === 'string' && runtime.resourceTypes.has(type) ? type : 'Resource';
}

function toLimit(excess: 'too-deep' | 'too-many-nodes' | 'too-long', caps: Caps): string {
  if (excess === 'too-deep') return String(caps.depth);
  return String(excess === 'too-long' ? caps.stringLength : caps.nodes);
}
