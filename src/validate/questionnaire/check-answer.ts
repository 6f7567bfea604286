import { checkAttachment } from './check-attachment.ts';
import { checkChoice, checkListed } from './check-options.ts';
import { checkQuantity } from './check-quantity.ts';
import { checkBounds, checkDecimals } from './check-bounds.ts';
import { checkReference } from './check-reference.ts';
import { checkText } from './check-text.ts';
import { toObject, toValue } from './typed-value.ts';
import { tell } from './review.ts';
import type { Answered, Place, Review } from './review.ts';

const CHOICE = ['Coding', 'date', 'time', 'integer', 'string'];

/** The types an answer may have by the type of its item (R4 value set item-type; for choices the types of answerOption). */
const TYPES: ReadonlyMap<string, readonly string[]> = new Map([
  ['boolean', ['boolean']],
  ['decimal', ['decimal']],
  ['integer', ['integer']],
  ['date', ['date']],
  ['dateTime', ['dateTime']],
  ['time', ['time']],
  ['string', ['string']],
  ['text', ['string']],
  ['url', ['uri']],
  ['attachment', ['Attachment']],
  ['reference', ['Reference']],
  ['quantity', ['Quantity']],
  ['choice', CHOICE],
  ['open-choice', CHOICE],
]);

/** Checks one answer: its type, then all its item says of such a value. */
export function checkAnswer(review: Review, place: Place, count: number): void {
  const { item, node, at } = place;
  if (item.type === 'display') {
    tell(review, at, { code: 'display-answered', expected: item.linkId });
    return;
  }
  const { type, value } = toValue(node);
  const allowed = TYPES.get(item.type);
  if (type === '' || allowed === undefined) return;
  if (!allowed.includes(type)) tell(review, `${at}.value`, { code: 'answer-type', expected: allowed.join(' | '), came: type });
  else if (value !== undefined) checkValue(review, { ...place, at: `${at}.value`, type, value, count });
}

function checkValue(review: Review, answer: Answered): void {
  const { type } = answer.item;
  if (type === 'choice' || type === 'open-choice') checkChoice(review, answer);
  else if (WRITTEN.has(type)) checkText(review, answer);
  else if (ORDERED.has(type)) checkBounds(review, answer);
  else checkComplex(review, answer);
  if (type === 'decimal') checkDecimals(review, answer, answer.value);
  if (LISTED.has(type)) checkListed(review, answer);
}

/** Items beside choices whose answers may be listed: by options, which R4 gives to choices alone, yet the reference validator checks them. */
const LISTED: ReadonlySet<string> = new Set(['string', 'decimal', 'integer', 'date', 'dateTime', 'time']);
const WRITTEN: ReadonlySet<string> = new Set(['string', 'text', 'url']);
const ORDERED: ReadonlySet<string> = new Set(['decimal', 'integer', 'date', 'dateTime', 'time']);

function checkComplex(review: Review, answer: Answered): void {
  const value = toObject(answer.value);
  switch (answer.item.type) {
    case 'attachment':
      checkAttachment(review, answer, value);
      return;
    case 'reference':
      checkReference(review, answer, value);
      return;
    case 'quantity':
      checkQuantity(review, answer, value);
      return;
    default:
  }
}
