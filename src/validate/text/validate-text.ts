import { isBlocking } from '../../fhir/issue.ts';
import type { Undecided } from '../finding-log.ts';
import { isObject } from '../json.ts';
import { judgeText } from './judge-text.ts';
import type { Asked, JudgedText } from './judge-text.ts';
import type { Place } from './locate-expressions.ts';
import { toIssue } from '../messages.ts';
import type { ValidationResult, Validator } from '../validator.ts';

/** One issue as it is printed; line and column are those of the file, where the issue has a place in it. */
interface PrintedIssue {
  readonly severity: string;
  readonly code: string;
  readonly expression: string;
  readonly text: string;
  readonly diagnostics: string;
  readonly rule: string;
  readonly line?: number;
  readonly column?: number;
}

/** What is printed for one resource; `line` is that of an NDJSON file. */
export interface Verdict {
  readonly file: string;
  readonly line?: number;
  readonly resourceType: string;
  readonly valid: boolean;
  readonly issues: readonly PrintedIssue[];
  readonly undecided: readonly Undecided[];
}

/** A JSON text, the file it stands in, and what it is validated against. */
export interface TextFile extends Asked {
  readonly file: string;
  readonly text: string;
  /** The line of an NDJSON file it stands in. */
  readonly line?: number;
}

/** A file, and the line it is about. */
type Where = Pick<TextFile, 'file' | 'line'>;

/**
 * Validates one JSON text, a line of NDJSON or all of a file: a verdict for a resource, or for each entry of a Bundle.
 * Expressions begin at the resource of the text: in a Bundle they read `Bundle.entry[0].resource.code`.
 * Text that is no JSON gets a verdict with the line and column of the fault.
 */
export function validateText(validator: Validator, { file, text, line, ...asked }: TextFile): readonly Verdict[] {
  const judged = judgeText(validator, text, { ...asked, linesBefore: (line ?? 1) - 1 });
  return toVerdicts({ file, ...(line !== undefined && { line }) }, judged);
}

/** The verdict on a file that is not read: its bytes are not UTF-8, the only encoding of FHIR's JSON (R4 2.6.2), or it is too large for one JSON text. */
export function toUnread(file: string, code: 'encoding-wrong' | 'text-too-large', expected: string): Verdict {
  const issue = toIssue({ code, severity: 'error', path: '', rule: '', expected, came: undefined });
  return toVerdict({ file }, { resourceType: '', valid: false, issues: [issue], undecided: [] }, NOWHERE);
}

const NOWHERE: ReadonlyMap<string, Place> = new Map();

/** A Bundle is told entry by entry; what concerns the Bundle itself, or a Bundle without entries, is a verdict of its own. */
function toVerdicts(where: Where, { value: resource, result, places }: JudgedText): readonly Verdict[] {
  const entries = isObject(resource) && resource['resourceType'] === 'Bundle' ? resource['entry'] : undefined;
  if (!Array.isArray(entries) || entries.length === 0) return [toVerdict(where, result, places)];
  const issues = groupByEntry(result.issues);
  const undecided = groupByEntry(result.undecided);
  const tell = (resourceType: string, at: number): Verdict => {
    const found = issues.get(at) ?? [];
    return toVerdict(where, { resourceType, valid: !found.some(isBlocking), issues: found, undecided: undecided.get(at) ?? [] }, places);
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

function toVerdict(
  where: Where,
  { resourceType, valid, issues, undecided }: ValidationResult,
  places: ReadonlyMap<string, Place>,
): Verdict {
  const printed = issues.map(({ severity, code, expression = '', text, diagnostics, rule = '' }) => ({
    ...{ severity, code, expression, text, diagnostics, rule, ...places.get(expression) },
  }));
  return { ...where, resourceType, valid, issues: printed, undecided };
}
