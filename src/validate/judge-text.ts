import { blankComments } from './blank-comments.ts';
import { checkJsonText } from './check-json-text.ts';
import { locateJsonFault } from './locate-json-fault.ts';
import { toIssue } from './messages.ts';
import type { ValidationOptions } from './options.ts';
import type { ValidationResult, Validator } from './validator.ts';

/** What a text is validated against and how strictly. */
export interface Asked {
  readonly profiles: readonly string[];
  readonly options: Partial<ValidationOptions>;
}

/** What became of one JSON text: whether it could be read, the value if so, and what was found. */
export interface JudgedText {
  readonly readable: boolean;
  readonly value: unknown;
  readonly result: ValidationResult;
}

/** Validates one JSON text as it stands, with what only the text shows (R4 2.6.2). Text that is no JSON gets the line and column of the fault. */
export function judgeText(validator: Validator, text: string, { profiles, options }: Asked): JudgedText {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const json = options.comments === 'allowed' ? blankComments(bare) : bare;
  const parsed = parseJson(json);
  if (!parsed.ok) return { readable: false, value: undefined, result: toUnreadable(json, 0) };
  const { value } = parsed;
  const result = validator.validate(value, profiles, options);
  return { readable: true, value, result: checkJsonText(validator, { text: json, value, options, result }) };
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

/** Says where text stops being JSON; lines are counted on from `linesBefore`. */
export function toUnreadable(text: string, linesBefore: number): ValidationResult {
  const fault = locateJsonFault(text) ?? { line: 1, column: 1, expected: 'value' };
  const place = `${String(fault.line + linesBefore)}:${String(fault.column)}`;
  const expected = `${place} (${fault.expected})`;
  const issue = toIssue({ code: 'json-syntax', severity: 'error', path: '', rule: '', expected, came: undefined });
  return { resourceType: '', valid: false, issues: [issue], undecided: [] };
}
