import { isBlocking } from '../fhir/issue.ts';
import { checkJsonText } from './check-json-text.ts';
import type { Undecided } from './finding-log.ts';
import { isObject } from './json.ts';
import { locateJsonFault } from './locate-json-fault.ts';
import { toIssue } from './messages.ts';
import type { ValidationResult, Validator } from './validator.ts';

/** One issue as it is printed. */
interface PrintedIssue {
  readonly severity: string;
  readonly code: string;
  readonly expression: string;
  readonly text: string;
  readonly diagnostics: string;
  readonly rule: string;
}

/** What is printed for one resource. */
export interface Verdict {
  readonly file: string;
  readonly resourceType: string;
  readonly valid: boolean;
  readonly issues: readonly PrintedIssue[];
  readonly undecided: readonly Undecided[];
}

/**
 * Validates the text of a file: one resource, a Bundle (a verdict for each entry), or NDJSON (a verdict for each line).
 * Expressions begin at the resource of the file or line: in a Bundle they read `Bundle.entry[0].resource.code`.
 * Text that is no JSON gets a verdict with the line and column of the fault.
 */
export function validateText(validator: Validator, file: string, text: string, profiles: readonly string[]): readonly Verdict[] {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const whole = parse(json);
  const judge = (value: unknown, source: string): readonly Verdict[] =>
    toVerdicts(file, value, checkJsonText(validator, { text: source, value, result: validator.validate(value, profiles) }));
  if (whole.ok) return judge(whole.value, json);
  const lines = json.split('\n').map((line, at) => ({ line, at }));
  const filled = lines.filter(({ line }) => line.trim() !== '');
  if (filled.length < 2 || !isLineOfObjects(filled[0]?.line)) return [toUnreadable(file, json, 0)];
  return filled.flatMap(({ line, at }) => {
    const parsed = parse(line);
    return parsed.ok ? judge(parsed.value, line) : [toUnreadable(file, line, at)];
  });
}

/** The verdict on a file whose bytes are not UTF-8, the only encoding of FHIR's JSON (R4 2.6.2). */
export function toNotUtf8(file: string): Verdict {
  const issue = toIssue({ code: 'encoding-wrong', severity: 'error', path: '', rule: '', expected: 'UTF-8', came: undefined });
  return toVerdict(file, { resourceType: '', valid: false, issues: [issue], undecided: [] });
}

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

function parse(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    // JSON.parse names no place in Node 20; locateJsonFault does.
    return { ok: false };
  }
}

/** NDJSON is told from broken JSON by its first line, which is an object by itself. */
function isLineOfObjects(line: string | undefined): boolean {
  const parsed = parse(line ?? '');
  return parsed.ok && isObject(parsed.value);
}

function toUnreadable(file: string, text: string, linesBefore: number): Verdict {
  const fault = locateJsonFault(text) ?? { line: 1, column: 1, expected: 'value' };
  const place = `${String(fault.line + linesBefore)}:${String(fault.column)}`;
  const expected = `${place} (${fault.expected})`;
  const issue = toIssue({ code: 'json-syntax', severity: 'error', path: '', rule: '', expected, came: undefined });
  return toVerdict(file, { resourceType: '', valid: false, issues: [issue], undecided: [] });
}

/** A Bundle is told entry by entry; what concerns the Bundle itself, or a Bundle without entries, is a verdict of its own. */
function toVerdicts(file: string, resource: unknown, result: ValidationResult): readonly Verdict[] {
  const entries = isObject(resource) && resource['resourceType'] === 'Bundle' ? resource['entry'] : undefined;
  if (!Array.isArray(entries) || entries.length === 0) return [toVerdict(file, result)];
  const issues = groupByEntry(result.issues);
  const undecided = groupByEntry(result.undecided);
  const tell = (resourceType: string, at: number): Verdict => {
    const found = issues.get(at) ?? [];
    return toVerdict(file, { resourceType, valid: !found.some(isBlocking), issues: found, undecided: undecided.get(at) ?? [] });
  };
  const perEntry = entries.map((entry: unknown, at) => tell(toEntryType(entry), at));
  return issues.has(BUNDLE) || undecided.has(BUNDLE) ? [tell(result.resourceType, BUNDLE), ...perEntry] : perEntry;
}

/** Beyond every entry: what concerns the Bundle itself. */
const BUNDLE = Number.MAX_SAFE_INTEGER;

/** What was found, by the entry it lies in: once over the findings, because a large Bundle has as many of them as entries. */
function groupByEntry<Found extends { readonly expression?: string }>(found: readonly Found[]): ReadonlyMap<number, readonly Found[]> {
  const groups = new Map<number, Found[]>();
  for (const each of found) {
    const at = toEntry(each.expression ?? '');
    const group = groups.get(at);
    if (group === undefined) groups.set(at, [each]);
    else group.push(each);
  }
  return groups;
}

function toEntry(expression: string): number {
  const found = /^Bundle\.entry\[(\d+)\]/.exec(expression)?.[1];
  return found === undefined ? BUNDLE : Number(found);
}

function toEntryType(entry: unknown): string {
  const resource = isObject(entry) ? entry['resource'] : undefined;
  const type = isObject(resource) ? resource['resourceType'] : undefined;
  return typeof type === 'string' && /^[A-Za-z]{1,64}$/.test(type) ? type : '';
}

function toVerdict(file: string, { resourceType, valid, issues, undecided }: ValidationResult): Verdict {
  const printed = issues.map(({ severity, code, expression = '', text, diagnostics, rule = '' }) => ({
    ...{ severity, code, expression, text, diagnostics, rule },
  }));
  return { file, resourceType, valid, issues: printed, undecided };
}
