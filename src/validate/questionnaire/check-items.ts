import { isObject, toObjects } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { indexAnswers } from './answer-index.ts';
import type { Span } from './answer-index.ts';
import { checkAnswer } from './check-answer.ts';
import { isEnabled } from './enable-when.ts';
import type { FormItem, Siblings } from './form.ts';
import { toExtensionValue } from './typed-value.ts';
import { leave, tell } from './review.ts';
import type { Place, Review } from './review.ts';

const LEAST = 'http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs';
const MOST = 'http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs';

/** Checks the items directly inside a response, an item or an answer against the items of the form at that level. */
export function checkItems(review: Review, siblings: Siblings, node: JsonObject, at: string): void {
  const groups = sort(review, siblings, node, at);
  for (const [position, places] of groups) {
    const item = siblings.items[position];
    if (item !== undefined) checkPlaces(review, item, places);
  }
  for (const position of siblings.required) {
    const item = siblings.items[position];
    if (item !== undefined && !groups.has(position)) checkMissing(review, item, at);
    if (review.left < 0) return;
  }
}

/** Sorts items to the items of the form; what stands elsewhere in the form, or nowhere, is told at once. */
function sort(review: Review, siblings: Siblings, node: JsonObject, at: string): ReadonlyMap<number, readonly Place[]> {
  const groups = new Map<number, Place[]>();
  const items = node['item'];
  let last = -1;
  if (Array.isArray(items)) items.forEach(place);
  return groups;

  function place(item: unknown, i: number): void {
    const linkId = isObject(item) ? item['linkId'] : undefined;
    if (!isObject(item) || typeof linkId !== 'string') return;
    const path = `${at}.item[${String(i)}]`;
    const position = siblings.index.get(linkId) ?? -1;
    const definition = siblings.items[position];
    if (definition === undefined) {
      checkStray(review, linkId, item, path);
      return;
    }
    if (position < last) tell(review, path, { code: 'item-order' });
    last = position;
    const group = groups.get(position);
    if (group === undefined) groups.set(position, [{ item: definition, node: item, at: path }]);
    else group.push({ item: definition, node: item, at: path });
  }
}

/** R4 QuestionnaireResponse.item.linkId: the item has to stand where the form has it. */
function checkStray(review: Review, linkId: string, node: JsonObject, at: string): void {
  const item = review.form.byLinkId.get(linkId);
  if (item === undefined) {
    tell(review, at, { code: 'item-unknown', came: linkId });
    return;
  }
  tell(review, at, {
    code: 'item-misplaced',
    expected: item.parent === undefined ? 'Questionnaire.item' : item.parent.linkId,
    came: linkId,
  });
  within(review, { item, node, at }, isEnabled(review, item));
}

function checkPlaces(review: Review, item: FormItem, places: readonly Place[]): void {
  const enabled = isEnabled(review, item);
  if (enabled === false) for (const place of places) checkDisabled(review, place);
  checkTimes(review, item, places);
  for (const place of places) {
    if (review.left < 0) return;
    within(review, place, enabled);
  }
}

function checkTimes(review: Review, item: FormItem, places: readonly Place[]): void {
  const [first, second] = places;
  if (second !== undefined && !item.repeats) tell(review, second.at, { code: 'item-repeated', expected: item.linkId });
  if (first === undefined || !isGroup(item) || item.source['extension'] === undefined) return;
  checkOccurs(review, item, first.at, places.length);
}

/** An item that says nothing may stand there although it is disabled. */
function checkDisabled(review: Review, { item, node, at }: Place): void {
  if (isFilled(node['answer']) || isFilled(node['item'])) tell(review, at, { code: 'item-disabled', expected: item.linkId });
}

function isFilled(list: unknown): boolean {
  return toObjects(list).length > 0;
}

function checkMissing(review: Review, item: FormItem, at: string): void {
  const enabled = isEnabled(review, item);
  if (enabled === undefined) leave(review, at, `Questionnaire.item.where(linkId = '${item.linkId}')`, 'enabling-not-decided');
  else if (enabled) tellRequired(review, item, at);
}

/** Checks one item while the walk stands in it, so that conditions inside find the answers around them. */
function within(review: Review, place: Place, enabled: boolean | undefined): void {
  if (!review.form.conditional) {
    checkItem(review, place, enabled);
    return;
  }
  review.answers ??= indexAnswers(review.response);
  const before: Span | undefined = review.around.get(place.item);
  const { off } = review;
  const span = review.answers.spans.get(place.node);
  if (span !== undefined) review.around.set(place.item, span);
  review.off ||= enabled === false;
  checkItem(review, place, enabled);
  review.off = off;
  if (before === undefined) review.around.delete(place.item);
  else review.around.set(place.item, before);
}

/** Checks one item of a response: its text, how often it is answered, each answer, and what stands inside. */
function checkItem(review: Review, place: Place, enabled: boolean | undefined): void {
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
function isGroup(item: FormItem): boolean {
  return item.type === 'group' || item.type === 'question';
}

function checkGroup(review: Review, { item, node, at }: Place, answers: number): void {
  for (let i = 0; i < answers; i++) tell(review, `${at}.answer[${String(i)}]`, { code: 'group-answered', expected: item.linkId });
  const empty = !isFilled(node['item']);
  if (empty && item.required && !review.off) tell(review, at, { code: 'group-required', expected: item.linkId });
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
function tellRequired(review: Review, item: FormItem, at: string): void {
  if (review.off) return;
  tell(review, at, { code: 'item-required', severity: review.open ? 'warning' : 'error', expected: item.linkId });
}

/** How often a group stands, or a question is answered; both numbers are included. */
function checkOccurs(review: Review, item: FormItem, at: string, came: number): void {
  const least = toExtensionValue(item.source, LEAST);
  const most = toExtensionValue(item.source, MOST);
  if (typeof least === 'number' && came < least && !review.off)
    tell(review, at, { code: 'answers-too-few', rule: LEAST, expected: String(least), came });
  if (typeof most === 'number' && came > most) tell(review, at, { code: 'answers-too-many', rule: MOST, expected: String(most), came });
}
