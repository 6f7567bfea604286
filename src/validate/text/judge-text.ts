import { blankComments } from './blank-comments.ts';
import { hasWideObject } from './has-wide-object.ts';
import { DEFAULT_CAPS } from '../measure.ts';
import { checkJsonText } from './check-json-text.ts';
import { locateExpressions } from './locate-expressions.ts';
import type { Place } from './locate-expressions.ts';
import { locateJsonFault } from './locate-json-fault.ts';
import { toIssue } from '../messages.ts';
import type { ValidationOptions } from '../options.ts';
import type { ValidationResult, Validator } from '../validator.ts';

/** What a text is validated against and how strictly. */
export interface Asked {
  readonly profiles: readonly string[];
  readonly options: Partial<ValidationOptions>;
  /** Lines of the file before this text; none where nothing is said. */
  readonly linesBefore?: number;
}

/** What became of one JSON text: the value, where it could be read, and what was found. */
export interface JudgedText {
  readonly value: unknown;
  readonly result: ValidationResult;
  /** Where the expressions of the issues begin; what is no JSON has its place under the empty expression. */
  readonly places: ReadonlyMap<string, Place>;
}

/** Validates one JSON text as it stands, with what only the text shows (R4 2.6.2). Text that is no JSON gets the line and column of the fault. */
export function judgeText(validator: Validator, text: string, { profiles, options, linesBefore = 0 }: Asked): JudgedText {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const json = options.comments === 'allowed' ? blankComments(bare) : bare;
  if (hasWideObject(json, DEFAULT_CAPS.names)) return toTooWide();
  const parsed = parseJson(json);
  if (!parsed.ok) return toUnreadable(json, linesBefore);
  const { value } = parsed;
  const result = checkJsonText(validator, { text: json, value, options, result: validator.validate(value, profiles, options) });
  return { value, result, places: toPlaces(json, result, linesBefore) };
}

function toTooWide(): JudgedText {
  const expected = String(DEFAULT_CAPS.names);
  const issue = toIssue({ code: 'too-wide', severity: 'error', path: '', rule: '', expected, came: undefined });
  return { value: undefined, result: { resourceType: '', valid: false, issues: [issue], undecided: [] }, places: new Map() };
}

function toPlaces(json: string, { issues }: ValidationResult, linesBefore: number): ReadonlyMap<string, Place> {
  if (issues.length === 0) return new Map();
  const places = locateExpressions(json, new Set(issues.map(({ expression = '' }) => expression)));
  return new Map([...places].map(([expression, { line, column }]) => [expression, { line: line + linesBefore, column }]));
}

/** JSON that was read, or not; JSON.parse names no place in Node 20, locateJsonFault does. */
type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly value?: undefined };

/** Parses JSON; what cannot be parsed is an answer, not a fault. */
export function parseJson(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

/** Says where text stops being JSON. */
function toUnreadable(text: string, linesBefore: number): JudgedText {
  const fault = locateJsonFault(text) ?? { line: 1, column: 1, expected: 'value' };
  const place = { line: fault.line + linesBefore, column: fault.column };
  const expected = `${String(place.line)}:${String(place.column)} (${fault.expected})`;
  const issue = toIssue({ code: 'json-syntax', severity: 'error', path: '', rule: '', expected, came: undefined });
  const result = { resourceType: '', valid: false, issues: [issue], undecided: [] };
  return { value: undefined, result, places: new Map([['', place]]) };
}
