import type { Issue } from '../fhir/issue.ts';
import type { CheckReport } from './checks/check.ts';
import { checks } from './checks/checks.ts';
import { reviewValue } from './checks/review-value.ts';
import type { Outcome } from './fhirpath/rule.ts';
import { tellRule } from './fhirpath/tell-rule.ts';
import type { Asked } from './fhirpath/tell-rule.ts';
import { FindingLog } from './finding-log.ts';
import type { Undecided } from './finding-log.ts';
import { toBareCanonical } from './ir.ts';
import { isObject } from './json.ts';
import type { JsonObject } from './json.ts';
import type { Finding } from './messages.ts';
import { toCode } from './to-code.ts';
import { toJsonType } from './primitives.ts';
import { BASE, toDeclared, toStanding } from './registry.ts';
import type { Lookup } from './registry.ts';
import { listExtensions } from './profile/check-extensions.ts';
import { enter } from './profile/steps.ts';
import type { Runtime } from './runtime.ts';
import type { Membership, ValueSet } from './terminology/value-sets.ts';

/** A generated function of the diagnostic path. */
export type Diagnosis = (collector: Collector, value: unknown, path: string) => void;

/** The generated functions of the diagnostic path. */
export interface Diagnoses {
  readonly types: Lookup<Diagnosis>;
  readonly overlays: Lookup<Diagnosis>;
}

/** A finding that is an error; what came is left out where nothing did. */
type Fault = Omit<Finding, 'severity' | 'came'> & { readonly came?: unknown };

/** A bound value, its place and how strongly it is bound. */
interface Bound {
  readonly strength: string;
  readonly value: unknown;
  readonly path: string;
  readonly rule: string;
}

const RESOURCE = `${BASE}Resource`;

/** Takes down what the diagnostic path finds in one resource; generated code calls it by these short names. Equal findings are told once. */
export class Collector {
  readonly #log = new FindingLog();
  readonly #runtime: Runtime;
  readonly #diagnoses: Diagnoses;

  constructor(runtime: Runtime, diagnoses: Diagnoses) {
    this.#runtime = runtime;
    this.#diagnoses = diagnoses;
  }

  get issues(): readonly Issue[] {
    return this.#log.issues;
  }

  get undecided(): readonly Undecided[] {
    return this.#log.undecided;
  }

  /** Adds an issue, unless the very same stands at this place already. */
  add(finding: Finding): void {
    this.#log.add(finding);
  }

  /** Takes down whether a bound code is inside its value set, outside (which it answers), or not to be decided here. */
  bind(membership: Membership, set: ValueSet, { strength, value, path, rule }: Bound): boolean {
    if (membership === 2) this.leave(path, set.url, set.reason);
    if (membership !== 0) return false;
    const severity = strength === 'extensible' ? 'warning' : 'error';
    this.add({ code: `binding-${strength}`, severity, path, rule, expected: set.url, came: toCode(value) });
    return true;
  }

  /** Takes down what could not be decided here: `about` is a canonical, `reason` a stable slug. */
  leave(expression: string, about: string, reason: string): void {
    this.#log.leave({ expression, valueSet: about, reason });
  }

  /** Takes down a rule that does not hold, or that has no answer here. */
  rule(outcome: Outcome, asked: Asked): void {
    if (outcome !== 'holds') tellRule(outcome, asked, this);
  }

  /** Says whether a value is a list with something in it, and what is wrong if not. */
  list(value: unknown, path: string, rule: string): boolean {
    if (Array.isArray(value) && value.length > 0) return true;
    if (Array.isArray(value)) this.#fail({ code: 'list-empty', path, rule, expected: '' });
    else this.#fail({ code: 'type-wrong', path, rule, expected: 'array', came: value });
    return false;
  }

  /** Takes down a primitive that is not sound: null, another JSON type, or wrong syntax. */
  primitive(value: unknown, type: string, path: string, rule: string): void {
    if (value === null) this.#fail({ code: 'null-value', path, rule, expected: type });
    else if (typeof value === toJsonType(type)) this.#fail({ code: 'primitive-syntax', path, rule, expected: type, came: value });
    else this.#fail({ code: 'type-wrong', path, rule, expected: toJsonType(type), came: value });
  }

  /** Takes down a value that should have been an object. */
  typeWrong(value: unknown, type: string, path: string, rule: string): void {
    if (value === null) this.#fail({ code: 'null-value', path, rule, expected: type });
    else this.#fail({ code: 'type-wrong', path, rule, expected: type === '' ? 'object' : type, came: value });
  }

  /** Takes down an element R4 does not have; a name that is no name may be data in the wrong place and is not repeated. */
  unknown(key: string, path: string, rule: string): void {
    this.#fail({ code: 'element-unknown', path: /^[A-Za-z_]{1,64}$/.test(key) ? `${path}.${key}` : path, rule, expected: '', came: key });
  }

  /** Walks a resource by its type and by the profiles it declares. */
  resource(value: unknown, path: string, contained = false): void {
    if (!isObject(value)) {
      this.#fail({ code: 'resource-not-object', path, rule: RESOURCE, expected: '', came: value });
      return;
    }
    const type = value['resourceType'];
    const known = typeof type === 'string' && this.#runtime.registry.resourceTypes.has(type);
    const check = known ? this.#diagnoses.types.get(type) : undefined;
    if (type === undefined) this.#fail({ code: 'resource-type-missing', path, rule: RESOURCE, expected: 'resourceType' });
    else if (check === undefined) this.#fail({ code: 'resource-type-unknown', path, rule: RESOURCE, expected: 'resourceType', came: type });
    else this.#walk(check, value, { path, contained });
  }

  /** Checks the extensions of an element: where they stand, and what their definitions say. */
  extensions(element: JsonObject, place: string, type: string, path: string): void {
    for (const { extension, url, placement, at } of listExtensions({ element, path: place, type }, this.#runtime.extensionWorld)) {
      if (placement === 'unknown') this.leave(path + at, url, 'extension-not-known');
      else if (placement !== 'sound') this.#fail({ code: placement, path: path + at, rule: url, expected: url });
      else this.#diagnoses.overlays.get(url)?.(this, extension, path + at);
    }
  }

  /** Asks the rules that stand in no definition. */
  check(name: string, node: JsonObject, path: string): void {
    for (const check of checks.get(name) ?? []) check(node, this.#runtime.W, this.#toReport(path));
  }

  /** Says what else there is to say of a primitive whose syntax is sound. */
  review(code: string, value: unknown, path: string): void {
    reviewValue(code, value, this.#runtime.W, this.#toReport(path));
  }

  /** Checks that a value follows one of the profiles its type names. */
  follow(value: unknown, urls: readonly string[], path: string): void {
    const [only = ''] = urls;
    if (urls.length === 1) this.followOne(value, only, path);
    else if (!this.#runtime.follows(value, urls)) this.#fail({ code: 'profile-none', path, rule: only, expected: urls.join(' | ') });
  }

  /** Checks a value against one profile, or says why that cannot be done. One that a resource only declares may be unknown. */
  followOne(value: unknown, canonical: string, path: string, declared = false): void {
    const url = toBareCanonical(canonical);
    const standing = toStanding(this.#runtime.registry, canonical, value);
    const found = { path, rule: url, expected: url };
    if (standing === 'profile') this.#diagnoses.overlays.get(canonical)?.(this, value, path);
    else if (standing === 'wrong-type') this.#fail({ code: 'profile-type', ...found });
    else if (standing === 'foreign' && declared) this.add({ code: 'profile-unknown', severity: 'warning', ...found, came: undefined });
    else if (standing !== 'base') this.#fail({ code: 'profile-unknown', ...found });
  }

  /** Checks a whole resource against a profile it is asked for. */
  followAsked(resource: JsonObject, url: string, path: string): void {
    const leave = enter(this.#runtime.W, resource, false);
    this.followOne(resource, url, path);
    leave();
  }

  #walk(check: Diagnosis, resource: JsonObject, { path, contained }: { readonly path: string; readonly contained: boolean }): void {
    const leave = enter(this.#runtime.W, resource, contained);
    check(this, resource, path);
    for (const canonical of toDeclared(resource, this.#runtime.W.options)) {
      if (typeof canonical === 'string') this.followOne(resource, canonical, path, true);
    }
    leave();
  }

  #toReport(path: string): CheckReport {
    return {
      add: ({ at, expected = '', came, ...found }) => {
        this.add({ ...found, path: path + at, expected, came });
      },
      leave: ({ at, about, reason }) => {
        this.leave(path + at, about, reason);
      },
    };
  }

  #fail(fault: Fault): void {
    this.add({ severity: 'error', came: undefined, ...fault });
  }
}
