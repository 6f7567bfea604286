import { isBlocking } from '../fhir/issue.ts';
import type { Undecided } from './finding-log.ts';
import { isObject } from './json.ts';
import { judgeText, parseJson, toUnreadable } from './judge-text.ts';
import type { Asked } from './judge-text.ts';
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
export function validateText(validator: Validator, { file, text, ...asked }: TextFile): readonly Verdict[] {
  const whole = judgeText(validator, text, asked);
  const lines = whole.readable ? [] : toLines(text);
  if (lines.length === 0) return toVerdicts(file, whole.value, whole.result);
  return lines.flatMap(({ line, at }) => {
    const { readable, value, result } = judgeText(validator, line, asked);
    return readable ? toVerdicts(file, value, result) : [toVerdict(file, toUnreadable(line, at))];
  });
}

/** A file's text, its name, and what it is validated against. */
export interface TextFile extends Asked {
  readonly file: string;
  readonly text: string;
}

interface Line {
  readonly line: string;
  readonly at: number;
}

/** The lines of NDJSON that hold something; none for any other text. NDJSON is told from broken JSON by its first line, which is an object by itself. */
function toLines(text: string): readonly Line[] {
  const filled = text
    .split('\n')
    .map((line, at) => ({ line, at }))
    .filter(({ line }) => line.trim() !== '');
  const first = parseJson(filled[0]?.line.replace('\uFEFF', '') ?? '');
  return filled.length > 1 && first.ok && isObject(first.value) ? filled : [];
}

/** The verdict on a file whose bytes are not UTF-8, the only encoding of FHIR's JSON (R4 2.6.2). */
export function toNotUtf8(file: string): Verdict {
  const issue = toIssue({ code: 'encoding-wrong', severity: 'error', path: '', rule: '', expected: 'UTF-8', came: undefined });
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
