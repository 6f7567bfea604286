import { isObject } from '../json.ts';
import { checkAnswer } from './check-answer.ts';
import { checkItems } from './check-items.ts';
import { toExtensionValue } from './form.ts';
import type { FormItem } from './form.ts';
import { tell } from './review.ts';
import type { Place, Review } from './review.ts';

const LEAST = 'http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs';
const MOST = 'http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs';

/** Checks one item of a response: its text, how often it is answered, each answer, and what stands inside. */
export function checkItem(review: Review, place: Place, enabled: boolean | undefined): void {
  const { item, node, at } = place;
  const text = node['text'];
  if (typeof text === 'string' && text !== '' && text !== item.source['text'])
    tell(review, at, { code: 'item-text', expected: item.linkId });
  const answers = Array.isArray(node['answer']) ? (node['answer'] as readonly unknown[]) : [];
  if (item.type === '') tell(review, at, { code: 'item-type-missing', expected: item.linkId });
  if (isGroup(item)) checkGroup(review, place, answers.length);
  else checkQuestion(review, place, answers, enabled);
}

/** R4 has `question` as an abstract type; the reference validator takes it for a group. */
export function isGroup(item: FormItem): boolean {
  return item.type === 'group' || item.type === 'question';
}

function checkGroup(review: Review, { item, node, at }: Place, answers: number): void {
  for (let i = 0; i < answers; i++) tell(review, `${at}.answer[${String(i)}]`, { code: 'group-answered', expected: item.linkId });
  const items = node['item'];
  if (item.required && !(Array.isArray(items) && items.length > 0)) tell(review, at, { code: 'group-required', expected: item.linkId });
  checkItems(review, item.children, node, at);
}

function checkQuestion(review: Review, place: Place, answers: readonly unknown[], enabled: boolean | undefined): void {
  const { item, node, at } = place;
  checkCount(review, place, answers.length, enabled);
  answers.forEach((answer, i) => {
    if (!isObject(answer) || review.left < 0) return;
    const path = `${at}.answer[${String(i)}]`;
    checkAnswer(review, { item, node: answer, at: path }, answers.length);
    checkItems(review, item.children, answer, path);
  });
  const items = node['item'];
  if (!Array.isArray(items) || items.length === 0) return;
  tell(review, at, { code: item.type === 'display' ? 'display-items' : 'item-outside-answer', expected: item.linkId });
}

function checkCount(review: Review, { item, at }: Place, count: number, enabled: boolean | undefined): void {
  const wanted = item.required && (review.open || enabled === true);
  if (wanted && count === 0) tellRequired(review, item, at);
  if (count > 1 && !item.repeats) tell(review, at, { code: 'item-repeated', expected: item.linkId });
  if (item.source['extension'] !== undefined) checkOccurs(review, item, at, count);
}

/** What is missing is an error only in a finished response (completed, amended), as in the reference validator. */
export function tellRequired(review: Review, item: FormItem, at: string): void {
  tell(review, at, { code: 'item-required', severity: review.open ? 'warning' : 'error', expected: item.linkId });
}

/** How often a group stands, or a question is answered; both numbers are included. */
export function checkOccurs(review: Review, item: FormItem, at: string, came: number): void {
  const least = toExtensionValue(item.source, LEAST);
  const most = toExtensionValue(item.source, MOST);
  if (typeof least === 'number' && came < least) tell(review, at, { code: 'answers-too-few', rule: LEAST, expected: String(least), came });
  if (typeof most === 'number' && came > most) tell(review, at, { code: 'answers-too-many', rule: MOST, expected: String(most), came });
}
