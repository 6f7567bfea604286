import type { JsonObject } from '../json.ts';
import { indexAnswers, someAnswer, WHOLE } from './answer-index.ts';
import { compareInstants, compareTexts } from './compare.ts';
import { toExtensions, toObject, toValue } from './typed-value.ts';
import type { Condition, FormItem } from './form.ts';
import type { TypedValue } from './typed-value.ts';
import type { Review } from './review.ts';

const EXPRESSION = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression';

/**
 * Says whether an item is enabled where the walk stands; undefined when an expression decides, which is not evaluated here.
 * Answers are looked for inside the nearest item that holds both the question and the conditional item (R4 Questionnaire.item.enableWhen).
 */
export function isEnabled(review: Review, item: FormItem): boolean | undefined {
  if (item.source['extension'] !== undefined && toExtensions(item.source, EXPRESSION).length > 0) return undefined;
  const { conditions } = item;
  if (conditions.length === 0) return true;
  const any = item.source['enableBehavior'] === 'any' || conditions.length === 1;
  // Several conditions without enableBehavior break que-12 of the form; the response is not to blame.
  if (!any && item.source['enableBehavior'] !== 'all') return true;
  return any ? conditions.some((each) => isMet(review, each)) : conditions.every((each) => isMet(review, each));
}

function isMet(review: Review, condition: Condition): boolean {
  const expected = toValue(condition.source, 'answer');
  if (condition.operator === 'exists') return isAnswered(review, condition) === (expected.value !== false);
  return seek(review, condition, (answer) => holds(toValue(answer), expected, condition.operator));
}

function isAnswered(review: Review, condition: Condition): boolean {
  return seek(review, condition, (answer) => Object.keys(answer).length > 0);
}

function seek(review: Review, { known, scope, question }: Condition, says: (answer: JsonObject) => boolean): boolean {
  if (!known) return false;
  review.answers ??= indexAnswers(review.response);
  const span = scope === undefined ? WHOLE : review.around.get(scope);
  return span !== undefined && someAnswer(review.answers, question, span, says);
}

/** Holds one answer against the value of a condition; values of kinds that cannot be compared only differ. */
function holds(answer: TypedValue, expected: TypedValue, operator: string): boolean {
  if (answer.value === undefined || expected.value === undefined) return false;
  if (expected.type === 'Coding') return isSame(isSameCoding(answer, toObject(expected.value)), operator);
  if (expected.type === 'Reference') return isSame(toObject(answer.value)['reference'] === toObject(expected.value)['reference'], operator);
  const order = toOrder(answer, expected);
  return order === undefined ? operator === '!=' : isInOrder(order, operator);
}

function isSame(same: boolean, operator: string): boolean {
  return operator === '=' ? same : operator === '!=' && !same;
}

/** A system is compared only where the condition names one. */
function isSameCoding(answer: TypedValue, expected: JsonObject): boolean {
  const coding = toObject(answer.value);
  if (answer.type !== 'Coding' || coding['code'] !== expected['code']) return false;
  return expected['system'] === undefined || coding['system'] === expected['system'];
}

/** Quantities are compared by their numbers alone, as the reference validator does. */
function toOrder(answer: TypedValue, expected: TypedValue): number | undefined {
  const left = toPlain(answer);
  const right = toPlain(expected);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left !== 'string' || typeof right !== 'string') return undefined;
  return expected.type === 'date' || expected.type === 'dateTime' ? compareInstants(left, right) : compareTexts(left, right);
}

function toPlain({ type, value }: TypedValue): unknown {
  if (typeof value === 'boolean') return Number(value);
  return type === 'Quantity' ? toObject(value)['value'] : value;
}

function isInOrder(order: number, operator: string): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    case '>=':
      return order >= 0;
    default:
      return operator === '<=' && order <= 0;
  }
}
