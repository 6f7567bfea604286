import { isObject } from '../json.ts';
import { compareMoments } from './moments.ts';
import { Unsuited } from './surroundings.ts';

/** Equality of two single values; nothing is neither equal nor unequal to anything. */
export function same(left: unknown, right: unknown): boolean | undefined {
  return left === undefined || right === undefined ? undefined : equals(left, right);
}

/** Equality of two collections, in their order. */
export function sameAll(left: readonly unknown[], right: readonly unknown[]): boolean | undefined {
  if (left.length === 0 || right.length === 0) return undefined;
  return left.length === right.length && left.every((item, at) => equals(item, right[at]));
}

/** Equality of two JSON values in every part. */
export function equals(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left)) return Array.isArray(right) && left.length === right.length && left.every((item, at) => equals(item, right[at]));
  if (!isObject(left) || !isObject(right)) return false;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => equals(left[key], right[key]));
}

/** Equivalence of two single values: texts without regard to case and kind of blank (FHIRPath 6.1.2). */
export function alike(left: unknown, right: unknown): boolean {
  if (left === undefined || right === undefined) return left === right;
  if (typeof left !== 'string' || typeof right !== 'string') return left === right;
  return toPlain(left) === toPlain(right);
}

function toPlain(text: string): string {
  return text.toLowerCase().replaceAll(/\s/g, ' ');
}

/** Whether an item is a member of a collection; nothing is in no collection, and unknown of none. */
export function isIn(item: unknown, items: readonly unknown[]): boolean | undefined {
  return item === undefined ? undefined : items.some((each) => equals(item, each));
}

/** A key that equal values share; primitives are their own. */
function toKey(item: unknown): unknown {
  if (isObject(item)) return JSON.stringify(item, (_, held: unknown) => (isObject(held) && !Array.isArray(held) ? toSorted(held) : held));
  return typeof item === 'string' ? `'${item}` : item;
}

function toSorted(object: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(Object.entries(object).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** The members without repetitions. */
export function distinct(items: readonly unknown[]): readonly unknown[] {
  return items.length < 2 ? items : [...new Map(items.map((item) => [toKey(item), item])).values()];
}

/** Whether no member is repeated. */
export function isDistinct(items: readonly unknown[]): boolean {
  return items.length < 2 || new Set(items.map(toKey)).size === items.length;
}

/** All members of both, without repetitions. */
export function union(left: readonly unknown[], right: readonly unknown[]): readonly unknown[] {
  return distinct([...left, ...right]);
}

/** All members of both. */
export function combine(left: readonly unknown[], right: readonly unknown[]): readonly unknown[] {
  return [...left, ...right];
}

/** The members both have, without repetitions. */
export function intersect(left: readonly unknown[], right: readonly unknown[]): readonly unknown[] {
  const keys = new Set(right.map(toKey));
  return distinct(left.filter((item) => keys.has(toKey(item))));
}

/** The members of the first that the second does not have. */
export function exclude(left: readonly unknown[], right: readonly unknown[]): readonly unknown[] {
  const keys = new Set(right.map(toKey));
  return left.filter((item) => !keys.has(toKey(item)));
}

/** Whether all members of the first are in the second. */
export function isSubset(part: readonly unknown[], whole: readonly unknown[]): boolean {
  const keys = new Set(whole.map(toKey));
  return part.every((item) => keys.has(toKey(item)));
}

type Order = -1 | 0 | 1 | undefined;

/** The order of two texts, by code points as Unicode numbers them. */
export function orderText(left: unknown, right: unknown): Order {
  return typeof left === 'string' && typeof right === 'string' ? toOrder(left, right) : undefined;
}

/** The order of two numbers. */
export function orderNumber(left: unknown, right: unknown): Order {
  return typeof left === 'number' && typeof right === 'number' ? toOrder(left, right) : undefined;
}

/** The order of two dates or moments; unknown where one is less precise than the other and they agree as far as it goes. */
export function orderMoment(left: unknown, right: unknown): Order {
  return typeof left === 'string' && typeof right === 'string' ? compareMoments(left, right) : undefined;
}

/** Equality of two dates or moments, likewise. */
export function sameMoment(left: unknown, right: unknown): boolean | undefined {
  const order = orderMoment(left, right);
  return order === undefined ? undefined : order === 0;
}

/** The order of two quantities of one unit; other units would have to be converted first. */
export function orderQuantity(left: unknown, right: unknown): Order {
  if (!isObject(left) || !isObject(right)) return undefined;
  if (
    left['unit'] !== right['unit'] &&
    (left['code'] === undefined || left['code'] !== right['code'] || left['system'] !== right['system'])
  ) {
    throw new Unsuited('quantities of different units');
  }
  return orderNumber(left['value'], right['value']);
}

function toOrder<Ordered extends string | number>(left: Ordered, right: Ordered): Order {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
