import type { LimitsIr } from '../ir.ts';
import { isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { compareAmounts, UCUM } from '../terminology/compare-amounts.ts';
import type { Amount } from '../terminology/compare-amounts.ts';

/** True or false where a value can be held against the limits of its element; undefined where it cannot (less precise than the limit, no unit). */
export function isWithin(value: unknown, { maxLength, least, most }: LimitsIr): boolean | undefined {
  if (typeof value === 'string' && maxLength !== undefined && value.length > maxLength) return false;
  const sides = [least === undefined ? 0 : compare(value, least, 1), most === undefined ? 0 : compare(value, most, -1)];
  // A unit of another kind compares as NaN: on no side of any bound.
  if (sides.some((side) => side !== undefined && !(side >= 0))) return false;
  return sides.includes(undefined) ? undefined : true;
}

/** How far a value lies on the right side of a bound: negative beyond it, undefined where that cannot be said. */
function compare(value: unknown, bound: unknown, side: 1 | -1): number | undefined {
  if (typeof value === 'number' && typeof bound === 'number') return side * (value - bound);
  if (typeof value === 'string' && typeof bound === 'string') return toSide(compareTexts(value, bound), side);
  return isObject(value) && isObject(bound) ? toSide(compareQuantities(value, bound), side) : undefined;
}

function toSide(order: number | undefined, side: 1 | -1): number | undefined {
  return order === undefined ? undefined : side * order;
}

/** Dates, times and moments. A value that only says more than the bound (a day in a year) is on it; one that says less cannot be placed. */
function compareTexts(value: string, bound: string): number | undefined {
  if (isTime(value) && isTime(bound)) return compareOrder(value, bound);
  if (!isDay(value.slice(0, 10)) || !isDay(bound.slice(0, 10))) return undefined;
  return value.includes('T') && bound.includes('T') ? Date.parse(value) - Date.parse(bound) : compareDays(value, bound);
}

function compareDays(value: string, bound: string): number | undefined {
  const common = Math.min(value.length, bound.length, 10);
  const order = compareOrder(value.slice(0, common), bound.slice(0, common));
  return order !== 0 || value.length >= bound.length ? order : undefined;
}

function compareOrder(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function isDay(text: string): boolean {
  return /^[0-9]{4}(?:-[0-9]{2}){0,2}$/.test(text);
}

function isTime(text: string): boolean {
  return /^[0-9]{2}:[0-9]{2}:[0-9]{2}/.test(text);
}

/** Values of one unit, or of units of UCUM that can be counted in each other; a unit of another kind is never within. */
function compareQuantities(value: JsonObject, bound: JsonObject): number | undefined {
  const [mine, theirs] = [toAmount(value), toAmount(bound)];
  if (mine === undefined || theirs === undefined || value['system'] !== bound['system']) return undefined;
  if (mine.code === theirs.code) return mine.value - theirs.value;
  const order = value['system'] === UCUM ? compareAmounts(mine, theirs) : undefined;
  return order === 'different' ? Number.NaN : order;
}

function toAmount({ value, code }: JsonObject): Amount | undefined {
  return typeof value === 'number' && typeof code === 'string' ? { value, code } : undefined;
}
