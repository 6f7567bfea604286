import type { JsonObject } from '../json.ts';
import { checkText } from './check-text.ts';
import { toExtensionValue, toObject, toValue } from './typed-value.ts';
import type { FormItem } from './form.ts';
import { leave, tell } from './review.ts';
import type { Answered, Review } from './review.ts';

const EXCLUSIVE = 'http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive';
const RULE = 'Questionnaire.item.answerOption';

/** Holds a simple answer against the options of its item, where it has any. */
function checkOptions(review: Review, answer: Answered): void {
  if (answer.item.options.length === 0) return;
  const option = findOption(answer);
  if (option === undefined)
    tell(review, answer.at, { code: 'answer-not-an-option', rule: RULE, expected: answer.item.linkId, came: toCame(answer) });
  else checkExclusive(review, answer, option);
}

/** Checks an answer to a choice: by its options, else by its value set, else it is said that nothing limits it. */
export function checkChoice(review: Review, answer: Answered): void {
  const { item, type, at } = answer;
  if (type === 'string' && item.type === 'open-choice') checkFreeText(review, answer);
  else if (item.options.length > 0) checkOptions(review, answer);
  else if (typeof item.source['answerValueSet'] === 'string') checkValueSet(review, answer, item.source['answerValueSet']);
  else tell(review, at, { code: 'options-none', severity: 'information', expected: item.linkId });
}

function checkValueSet(review: Review, answer: Answered, canonical: string): void {
  // The reference validator passes such an answer; R4 item-type `choice` asks for a Coding.
  if (answer.type === 'Coding') checkMembership(review, answer, canonical, toObject(answer.value));
  else tell(review, answer.at, { code: 'answer-type', severity: 'warning', expected: 'Coding', came: answer.type });
}

/** Checks a simple answer by options, or a `string` by a value set that holds it as a code, as the reference validator does. */
export function checkListed(review: Review, answer: Answered): void {
  checkOptions(review, answer);
  const canonical = answer.item.type === 'string' ? answer.item.source['answerValueSet'] : undefined;
  if (typeof canonical === 'string' && typeof answer.value === 'string') checkMembership(review, answer, canonical, answer.value);
}

function checkMembership(review: Review, { at }: Answered, canonical: string, code: JsonObject | string): void {
  const membership = review.lookup(canonical, code);
  const rule = 'Questionnaire.item.answerValueSet';
  const came = typeof code === 'string' ? undefined : code['code'];
  if (membership === undefined) tell(review, at, { code: 'answer-value-set-unknown', severity: 'warning', rule, expected: canonical });
  else if (membership === 2) leave(review, at, canonical, 'code-system-not-held');
  else if (membership === 0) tell(review, at, { code: 'answer-not-in-value-set', rule, expected: canonical, came });
}

/** Free text is welcome in an open choice, unless it is one of the options written by hand. */
function checkFreeText(review: Review, answer: Answered): void {
  checkText(review, answer);
  const text = typeof answer.value === 'string' ? answer.value.toLowerCase() : '';
  const written = answer.item.options.some((option) => {
    const { display, code } = toObject(toValue(option).value);
    return [display, code].some((each) => typeof each === 'string' && each.toLowerCase() === text);
  });
  if (written) tell(review, answer.at, { code: 'answer-free-text-is-option', severity: 'warning', rule: RULE });
}

/** R4: an exclusive option stands alone, also in a repeating question. */
function checkExclusive(review: Review, { count, at, item }: Answered, option: JsonObject): void {
  if (count < 2 || option['extension'] === undefined || toExtensionValue(option, EXCLUSIVE) !== true) return;
  tell(review, at, { code: 'answer-exclusive', rule: EXCLUSIVE, expected: item.linkId });
}

function toCame({ type, value }: Answered): unknown {
  return type === 'Coding' ? toObject(value)['code'] : value;
}

const tables = new WeakMap<FormItem, ReadonlyMap<string, JsonObject>>();

/** Options are found by a key, so that thousands of them cost one lookup an answer. */
export function findOption({ item, type, value }: Pick<Answered, 'item' | 'type' | 'value'>): JsonObject | undefined {
  let table = tables.get(item);
  if (table === undefined) {
    table = new Map([...item.options].reverse().map((option) => [toOptionKey(option), option]));
    tables.set(item, table);
  }
  return table.get(toKey(type, value));
}

function toOptionKey(option: JsonObject): string {
  const { type, value } = toValue(option);
  return toKey(type, value);
}

/** Codings are the same when system and code are; numbers by value; dates and times by their text, a dateTime against options of date. */
function toKey(type: string, value: unknown): string {
  if (type === 'Coding') {
    const { system, code } = toObject(value);
    return JSON.stringify(['Coding', system, code]);
  }
  const kind = type === 'dateTime' ? 'date' : typeof value === 'number' ? 'number' : type;
  return JSON.stringify([kind, value]);
}
