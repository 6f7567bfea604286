import { isObject } from '../json.ts';
import { Unsuited } from './surroundings.ts';

/** A primitive that is there, but has only extensions instead of a value. */
export const BARE: unique symbol = Symbol('a primitive without value');

/** The empty collection; nobody may write to it. */
export const NONE: readonly never[] = Object.freeze([]);

/** A primitive read from its parent. */
export function value(held: unknown, companion: unknown): unknown {
  if (held !== undefined && held !== null) return held;
  return companion === undefined ? undefined : BARE;
}

/** A list of primitives read from its parent: nulls are places that have only extensions. */
export function list(held: unknown, companions: unknown): readonly unknown[] {
  if (companions === undefined) return Array.isArray(held) ? held : NONE;
  const [values, beside] = [toArray(held), toArray(companions)];
  return Array.from({ length: Math.max(values.length, beside.length) }, (_, at) => value(values[at], beside[at] ?? undefined)).filter(
    isThere,
  );
}

function toArray(held: unknown): readonly unknown[] {
  return Array.isArray(held) ? held : NONE;
}

function isThere(item: unknown): boolean {
  return item !== undefined;
}

/** One value or nothing as a collection. */
export function toList(item: unknown): readonly unknown[] {
  return item === undefined ? NONE : [item];
}

/** The only member. Throws Unsuited where there are several. */
export function single(items: readonly unknown[]): unknown {
  if (items.length > 1) throw new Unsuited('several values where one is needed');
  return items[0];
}

/** The children of the object, or objects, beside a primitive. */
export function beside(companions: unknown, name: string): readonly unknown[] {
  const found: unknown[] = [];
  for (const companion of Array.isArray(companions) ? (companions as readonly unknown[]) : [companions]) {
    const child = isObject(companion) ? companion[name] : undefined;
    if (Array.isArray(child)) found.push(...(child as readonly unknown[]));
    else if (child !== undefined) found.push(child);
  }
  return found;
}

/** The value of a choice by its possible keys; a key with an underscore stands for a primitive without value. */
export function choose(parent: unknown, keys: readonly string[]): unknown {
  if (!isObject(parent)) return undefined;
  let bare: unknown;
  for (const key of keys) {
    const held = parent[key];
    if (held === undefined) continue;
    if (!key.startsWith('_')) return held;
    bare = BARE;
  }
  return bare;
}

/** Whether a choice has any value. */
export function isChosen(parent: unknown, keys: readonly string[]): boolean {
  return isObject(parent) && keys.some((key) => parent[key] !== undefined);
}

/** True for exactly one primitive that has a value. */
export function hasValue(items: readonly unknown[]): boolean {
  const [item] = items;
  return items.length === 1 && item !== BARE && !isObject(item);
}

/** The value of exactly one primitive. */
export function getValue(items: readonly unknown[]): unknown {
  return hasValue(items) ? items[0] : undefined;
}

/** Whether one value is an instance of a resource type. */
export function isResource(item: unknown, type: string): boolean | undefined {
  return item === undefined ? undefined : isOfResource(item, type);
}

/** The instances of a resource type. */
export function ofResource(items: readonly unknown[], type: string): readonly unknown[] {
  return items.filter((item) => isOfResource(item, type));
}

const WITHOUT_DOMAIN: ReadonlySet<unknown> = new Set(['Bundle', 'Binary', 'Parameters']);

function isOfResource(item: unknown, type: string): boolean {
  const actual = isObject(item) ? item['resourceType'] : undefined;
  if (typeof actual !== 'string') return false;
  return actual === type || type === 'Resource' || (type === 'DomainResource' && !WITHOUT_DOMAIN.has(actual));
}
