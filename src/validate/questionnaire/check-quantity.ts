import { toText } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { checkDecimals } from './check-bounds.ts';
import { toExtensions, toExtensionValue, toObject, toValue } from './typed-value.ts';
import { leave, tell } from './review.ts';
import type { Place, Review } from './review.ts';
import { compareAmounts, UCUM } from '../terminology/compare-amounts.ts';
import type { Amount } from '../terminology/compare-amounts.ts';

const LEAST = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-minQuantity';
const MOST = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-maxQuantity';
const UNIT = 'http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption';
const UNITS = 'http://hl7.org/fhir/StructureDefinition/questionnaire-unitValueSet';

/** Checks the limits, the decimal places and the unit of a quantity. */
export function checkQuantity(review: Review, place: Place, value: JsonObject): void {
  const { source } = place.item;
  if (source['extension'] === undefined) return;
  checkDecimals(review, place, value['value']);
  const least = toExtensionValue(source, LEAST);
  const most = toExtensionValue(source, MOST);
  if (least !== undefined) checkSide(review, place, value, { bound: toObject(least), sign: 1, code: 'answer-too-low', rule: LEAST });
  if (most !== undefined) checkSide(review, place, value, { bound: toObject(most), sign: -1, code: 'answer-too-high', rule: MOST });
  checkUnit(review, place, value);
  checkUnitSet(review, place, value);
}

interface Side {
  readonly bound: JsonObject;
  readonly sign: 1 | -1;
  readonly code: string;
  readonly rule: string;
}

/** Without a system and a code on both sides nothing can be compared, which the reference validator refuses. */
function checkSide(review: Review, { at }: Place, value: JsonObject, { bound, sign, code, rule }: Side): void {
  const expected = toAmountText(bound);
  if (!isCoded(value) || !isCoded(bound)) tell(review, at, { code: 'quantity-not-comparable', rule, expected });
  else if (typeof value['value'] !== 'number' || typeof bound['value'] !== 'number') leave(review, at, rule, 'limit-not-decided');
  else {
    const order = compare(value, bound);
    if (order === undefined) leave(review, at, rule, 'limit-not-decided');
    else if (order === 'different') tell(review, at, { code: 'quantity-not-comparable', rule, expected });
    else if (order * sign < 0) tell(review, at, { code, rule, expected, came: value['value'] });
  }
}

function isCoded(quantity: JsonObject): boolean {
  return typeof quantity['system'] === 'string' && typeof quantity['code'] === 'string';
}

function compare(value: JsonObject, bound: JsonObject): number | 'different' | undefined {
  const [left, right] = [toAmount(value), toAmount(bound)];
  if (value['system'] !== bound['system']) return 'different';
  if (left.code === right.code) return left.value - right.value;
  return value['system'] === UCUM ? compareAmounts(left, right) : 'different';
}

function toAmount({ value, code }: JsonObject): Amount {
  return { value: Number(value), code: toText(code) };
}

function toAmountText(quantity: JsonObject): string {
  const { value, code, unit } = quantity;
  return `${typeof value === 'number' ? String(value) : '?'} ${toText(code ?? unit)}`.trim();
}

/** A unit fits an option in all that the option states: system, code, display (Quantity.unit). */
function checkUnit(review: Review, { item, at }: Place, value: JsonObject): void {
  const options = toExtensions(item.source, UNIT).map((extension) => toObject(toValue(extension).value));
  if (options.length === 0 || options.some((option) => fits(option, value))) return;
  const expected = options.map((option) => String(option['code'] ?? option['display'])).join(', ');
  tell(review, at, { code: 'answer-unit', rule: UNIT, expected, came: value['code'] ?? value['unit'] });
}

function fits(option: JsonObject, { system, code, unit }: JsonObject): boolean {
  return isLike(option['system'], system) && isLike(option['code'], code) && isLike(option['display'], unit);
}

function isLike(stated: unknown, came: unknown): boolean {
  return stated === undefined || stated === came;
}

function checkUnitSet(review: Review, { item, at }: Place, value: JsonObject): void {
  const canonical = toExtensionValue(item.source, UNITS);
  if (typeof canonical !== 'string') return;
  const membership = review.lookup(canonical, value);
  if (membership === undefined)
    tell(review, at, { code: 'answer-value-set-unknown', severity: 'warning', rule: UNITS, expected: canonical });
  else if (membership === 2) leave(review, at, canonical, 'code-system-not-held');
  else if (membership === 0) tell(review, at, { code: 'answer-unit', rule: UNITS, expected: canonical, came: value['code'] });
}
