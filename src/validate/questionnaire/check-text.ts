import { toExtensionValue } from './typed-value.ts';
import { matchesPattern } from './match-pattern.ts';
import { leave, tell } from './review.ts';
import type { Answered, Review } from './review.ts';

const SHORTEST = 'http://hl7.org/fhir/StructureDefinition/minLength';
const PATTERN = 'http://hl7.org/fhir/StructureDefinition/regex';
const LENGTH = 'Questionnaire.item.maxLength';

/**
 * Checks length, pattern and line breaks of a written answer. The reference validator asks this of `string` items alone;
 * R4 gives maxLength to `text` and `url` too (que-10), so there, and in free answers to open choices, it is told as a warning.
 */
export function checkText(review: Review, answer: Answered): void {
  const { value, item, at } = answer;
  if (typeof value !== 'string') return;
  const severity = item.type === 'string' ? 'error' : 'warning';
  const longest = item.source['maxLength'];
  if (typeof longest === 'number' && value.length > longest) {
    tell(review, at, { code: 'answer-too-long', severity, rule: LENGTH, expected: String(longest), came: value.length });
  }
  if (item.type === 'string' && /[\r\n]/.test(value)) tell(review, at, { code: 'answer-line-break', severity: 'warning' });
  if (item.source['extension'] !== undefined) checkExtensions(review, answer, value, severity);
}

function checkExtensions(review: Review, { item, at }: Answered, value: string, severity: 'error' | 'warning'): void {
  const shortest = toExtensionValue(item.source, SHORTEST);
  if (typeof shortest === 'number' && value.length < shortest) {
    tell(review, at, { code: 'answer-too-short', severity, rule: SHORTEST, expected: String(shortest), came: value.length });
  }
  const pattern = toExtensionValue(item.source, PATTERN);
  if (typeof pattern !== 'string') return;
  const match = matchesPattern(value, pattern);
  if (match === undefined) leave(review, at, PATTERN, 'pattern-not-decided');
  else if (!match) tell(review, at, { code: 'answer-pattern', severity, rule: PATTERN, expected: pattern });
}
