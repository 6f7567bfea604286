import type { Issue } from '../fhir/issue.ts';
import { findEntryFaults } from './bundle-rules.ts';
import { toBareCanonical } from './ir.ts';
import { isObject } from './json.ts';
import type { JsonObject } from './json.ts';
import { toIssue } from './messages.ts';
import type { Finding } from './messages.ts';
import { toJsonType } from './primitives.ts';
import { toDeclared } from './runtime.ts';
import type { Runtime } from './runtime.ts';
import type { Membership, ValueSet } from './value-sets.ts';

/** A binding or slicing that could not be decided here; `reason` is a stable slug. */
export interface Undecided {
  readonly expression: string;
  readonly valueSet: string;
  readonly reason: string;
}

/** A generated function of the diagnostic path. */
export type Diagnosis = (collector: Collector, value: unknown, path: string) => void;

/** What the diagnostic path writes to. */
export type Collector = ReturnType<typeof createCollector>;

/** The generated functions of the diagnostic path. */
export interface Diagnoses {
  readonly types: ReadonlyMap<string, Diagnosis>;
  readonly overlays: ReadonlyMap<string, Diagnosis>;
}

/** Enough for any person to act on; a hostile body must not make the answer larger than itself. */
const MOST_ISSUES = 1000;
const BASE = 'http://hl7.org/fhir/StructureDefinition/';
const ENTRY_PARTS: Readonly<Record<string, string>> = { 'bundle-request': 'request' };

/** Starts an empty collector. Generated code calls it by these short names; equal findings at one place are told once. */
export function createCollector(runtime: Runtime, diagnoses: Diagnoses) {
  const issues: Issue[] = [];
  const undecided: Undecided[] = [];
  const seen = new Set<string>();

  const report = (finding: Finding): void => {
    const key = `${finding.code} ${finding.path} ${finding.rule} ${finding.expected}`;
    if (seen.has(key) || issues.length >= MOST_ISSUES) return;
    seen.add(key);
    issues.push(toIssue(finding));
    if (issues.length === MOST_ISSUES) issues.push(toIssue({ code: 'issues-cut', severity: 'warning', path: '', rule: '', expected: String(MOST_ISSUES), came: undefined }));
  };
  const add = (code: string, severity: 'error' | 'warning', path: string, rule: string, expected: string, came: unknown): void => {
    report({ code, severity, path, rule, expected, came });
  };
  const fail = (code: string, path: string, rule: string, expected: string, came: unknown): void => {
    add(code, 'error', path, rule, expected, came);
  };
  const leave = (expression: string, valueSet: string, reason: string): void => {
    if (undecided.length < MOST_ISSUES && !seen.has(`${reason} ${expression} ${valueSet}`)) undecided.push({ expression, valueSet, reason });
    seen.add(`${reason} ${expression} ${valueSet}`);
  };

  const followOne = (value: unknown, canonical: string, path: string): void => {
    const url = toBareCanonical(canonical);
    const standing = runtime.toStanding(url, value);
    if (standing === 'profile') diagnoses.overlays.get(url)?.(collector, value, path);
    if (standing === 'wrong-type') fail('profile-type', path, url, url, undefined);
    if (standing === 'missing') fail('profile-unknown', path, url, url, undefined);
    if (standing === 'foreign') add('profile-unknown', 'warning', path, url, url, undefined);
  };

  const collector = {
    ...{ issues, undecided, add, followOne },
    bind: (membership: Membership, set: ValueSet, strength: string, value: unknown, path: string, rule: string): void => {
      if (membership === 2) leave(path, set.url, set.reason);
      if (membership === 0) add(`binding-${strength}`, strength === 'required' ? 'error' : 'warning', path, rule, set.url, toCode(value));
    },
    undecidedSlicing: (path: string, rule: string): void => {
      leave(path, rule, 'slicing-not-decided');
    },
    list: (value: unknown, path: string, rule: string): value is readonly unknown[] => {
      if (runtime.isList(value)) return true;
      if (Array.isArray(value)) fail('list-empty', path, rule, '', undefined);
      else fail('type-wrong', path, rule, 'array', value);
      return false;
    },
    primitive: (value: unknown, type: string, path: string, rule: string): void => {
      if (value === null) fail('null-value', path, rule, type, undefined);
      else if (typeof value === toJsonType(type)) fail('primitive-syntax', path, rule, type, value);
      else fail('type-wrong', path, rule, toJsonType(type), value);
    },
    typeWrong: (value: unknown, type: string, path: string, rule: string): void => {
      if (value === null) fail('null-value', path, rule, type, undefined);
      else fail('type-wrong', path, rule, type === '' ? 'object' : type, value);
    },
    unknown: (key: string, _value: unknown, path: string, rule: string): void => {
      fail('element-unknown', isName(key) ? `${path}.${key}` : path, rule, '', { type: isName(key) ? key : '?' });
    },
    resource: (value: unknown, path: string): void => {
      if (!isObject(value)) fail('resource-not-object', path, `${BASE}Resource`, '', value);
      else diagnoseResource(value, path);
    },
    extension: (extension: JsonObject, path: string): void => {
      const url = extension['url'];
      if (typeof url !== 'string') return;
      const check = diagnoses.overlays.get(url);
      if (check !== undefined) check(collector, extension, path);
      else if (url.startsWith(runtime.ownDomain)) fail('extension-unknown', path, url, url, undefined);
    },
    bundle: (bundle: JsonObject, path: string): void => {
      for (const { code, entry } of findEntryFaults(bundle)) {
        const severity = code === 'bundle-full-url-advised' ? 'warning' : 'error';
        add(code, severity, `${path}.entry[${String(entry)}].${ENTRY_PARTS[code] ?? 'fullUrl'}`, code === 'bundle-request' ? 'bdl-3' : `${BASE}Bundle`, '', undefined);
      }
    },
    follow: (value: unknown, urls: readonly string[], path: string): void => {
      const [only] = urls;
      if (urls.length === 1 && only !== undefined) followOne(value, only, path);
      else if (!runtime.follows(value, urls)) fail('profile-none', path, urls[0] ?? '', urls.join(' | '), undefined);
    },
  };

  const diagnoseResource = (value: JsonObject, path: string): void => {
    const type = value['resourceType'];
    if (type === undefined) {
      fail('resource-type-missing', path, `${BASE}Resource`, 'resourceType', undefined);
      return;
    }
    const check = typeof type === 'string' && runtime.resourceTypes.has(type) ? diagnoses.types.get(type) : undefined;
    if (check === undefined) {
      fail('resource-type-unknown', path, `${BASE}Resource`, 'resourceType', type);
      return;
    }
    const outer = runtime.W.resource;
    runtime.W.resource = value;
    check(collector, value, path);
    for (const canonical of toDeclared(value)) followOne(value, canonical, path);
    runtime.W.resource = outer;
  };

  return collector;
}

function isName(key: string): boolean {
  return /^[A-Za-z_][A-Za-z_]{0,63}$/.test(key);
}

/** The code inside a bound value, for the message: of a concept the first coding's. */
function toCode(value: unknown): unknown {
  if (!isObject(value)) return value;
  const first: unknown = Array.isArray(value['coding']) ? value['coding'][0] : value;
  return isObject(first) ? first['code'] : undefined;
}
