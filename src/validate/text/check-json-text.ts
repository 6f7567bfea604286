import type { Issue } from '../../fhir/issue.ts';
import { isBlocking } from '../../fhir/issue.ts';
import { isObject } from '../json.ts';
import { toIssue } from '../messages.ts';
import type { Finding } from '../messages.ts';
import { scanJsonText } from './scan-json-text.ts';
import type { JsonPath } from './scan-json-text.ts';
import type { ValidationOptions } from '../options.ts';
import type { ValidationResult, Validator } from '../validator.ts';

/** Text, what it was parsed to, and what was found in that. */
interface Validated {
  readonly text: string;
  readonly value: unknown;
  readonly options: Partial<ValidationOptions>;
  readonly result: ValidationResult;
}

/** The codes of a resource that was not walked: its text is not looked at either. */
const REFUSED: ReadonlySet<string> = new Set(['too-deep', 'too-many-nodes', 'too-long', 'too-wide']);

/** Enough for any person to act on. */
const MOST = 1000;

/**
 * Adds what only the text shows: properties given twice, integers written as `1.0` or `1e2` (R4 2.24.0.1 knows them in no such form), and numbers
 * of so many digits that programs round them.
 */
export function checkJsonText(validator: Validator, { text, value, options, result }: Validated): ValidationResult {
  if (result.issues.some((issue) => REFUSED.has(issue.code))) return result;
  const { duplicates, wholes, rounded } = scanJsonText(text, value);
  const toPath = (path: JsonPath): string => toExpression(result.resourceType, path);
  const issues = [
    ...result.issues,
    ...duplicates.slice(0, MOST).map((path) => toFault('key-duplicate', toPath(path))),
    ...(wholes.length === 0 ? [] : findIntegers(validator, { text, value, options, result }, wholes)),
    ...rounded.slice(0, MOST).map((path) => toIssue({ ...toFinding('number-rounded', toPath(path)), severity: 'information' })),
  ];
  return { ...result, issues, valid: !issues.some(isBlocking) };
}

/** Whole numbers that stand where an integer belongs: half added, a decimal stays sound and an integer does not. */
function findIntegers(validator: Validator, { text, options, result }: Validated, wholes: readonly JsonPath[]): readonly Issue[] {
  const halved: unknown = JSON.parse(text);
  for (const path of wholes) addHalf(halved, path);
  const known = new Set(result.issues.map(toKey));
  const faults = validator
    .validate(halved, [], options)
    .issues.filter((issue) => issue.code === 'primitive-syntax' && !known.has(toKey(issue)));
  return faults.map(({ expression = '', rule = '' }) => toFault('integer-form', expression, rule));
}

function addHalf(root: unknown, path: JsonPath): void {
  const holder = path.slice(0, -1).reduce<unknown>((node, step) => (isContainer(node) ? Reflect.get(node, step) : undefined), root);
  const last = path.at(-1);
  const number: unknown = isContainer(holder) && last !== undefined ? Reflect.get(holder, last) : undefined;
  if (isContainer(holder) && last !== undefined && typeof number === 'number') Reflect.set(holder, last, number + 0.5);
}

function isContainer(node: unknown): node is object {
  return isObject(node) || Array.isArray(node);
}

function toKey({ code, expression = '' }: Issue): string {
  return `${code} ${expression}`;
}

function toFault(code: string, path: string, rule = ''): Issue {
  return toIssue(toFinding(code, path, rule));
}

function toFinding(code: string, path: string, rule = ''): Finding {
  return { code, severity: 'error', path, rule, expected: '', came: undefined };
}

/** The path as FHIRPath; a name that is no name may be data in the wrong place, so the path ends before it. */
function toExpression(type: string, path: JsonPath): string {
  const strange = path.findIndex((step) => typeof step === 'string' && !/^[A-Za-z_]{1,64}$/.test(step));
  const steps = strange < 0 ? path : path.slice(0, strange);
  return steps.reduce<string>((before, step) => (typeof step === 'number' ? `${before}[${String(step)}]` : `${before}.${step}`), type);
}
