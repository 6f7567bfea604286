import { compareInstants, compareTexts } from './compare.ts';
import { toExtensionValue } from './typed-value.ts';
import { leave, tell } from './review.ts';
import type { Answered, Place, Review } from './review.ts';

const LEAST = 'http://hl7.org/fhir/StructureDefinition/minValue';
const MOST = 'http://hl7.org/fhir/StructureDefinition/maxValue';
const DECIMALS = 'http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces';

/** Holds a number, date or time against the least and the most its item allows; both bounds are included. */
export function checkBounds(review: Review, answer: Answered): void {
  const { source } = answer.item;
  if (source['extension'] === undefined) return;
  const least = toExtensionValue(source, LEAST);
  const most = toExtensionValue(source, MOST);
  if (least !== undefined) checkSide(review, answer, { bound: least, sign: 1, code: 'answer-too-low', rule: LEAST });
  if (most !== undefined) checkSide(review, answer, { bound: most, sign: -1, code: 'answer-too-high', rule: MOST });
}

interface Side {
  readonly bound: unknown;
  readonly sign: 1 | -1;
  readonly code: string;
  readonly rule: string;
}

function checkSide(review: Review, { value, type, at }: Answered, { bound, sign, code, rule }: Side): void {
  const order = compare(value, bound, type);
  if (order === undefined) leave(review, at, rule, 'limit-not-decided');
  else if (order * sign < 0) tell(review, at, { code, rule, expected: String(bound), came: value });
}

function compare(value: unknown, bound: unknown, type: string): number | undefined {
  if (typeof value === 'number' && typeof bound === 'number') return value - bound;
  if (typeof value !== 'string' || typeof bound !== 'string') return undefined;
  return type === 'time' ? compareTexts(value, bound) : compareInstants(value, bound);
}

/** Holds a decimal against the number of places behind its point. JSON.parse has dropped closing zeros, so these do not count. */
export function checkDecimals(review: Review, { item, at }: Place, value: unknown): void {
  if (typeof value !== 'number' || item.source['extension'] === undefined) return;
  const most = toExtensionValue(item.source, DECIMALS);
  if (typeof most !== 'number' || countPlaces(value) <= most) return;
  tell(review, at, { code: 'answer-decimals', rule: DECIMALS, expected: String(most), came: value });
}

function countPlaces(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  const point = digits.indexOf('.');
  const places = point < 0 ? 0 : digits.length - point - 1;
  return Math.max(0, places - Number(exponent));
}
