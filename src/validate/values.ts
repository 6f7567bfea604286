import { isObject } from './json.ts';
import type { JsonObject } from './json.ts';

/** True when two JSON values are equal in every part; a list's order counts, and the ids of elements, which only serve to refer to them, do not. */
export function equals(value: unknown, fixed: unknown): boolean {
  if (Array.isArray(fixed)) {
    return Array.isArray(value) && value.length === fixed.length && fixed.every((item, at) => equals(value[at], item));
  }
  if (!isObject(fixed)) return value === fixed;
  return isObject(value) && hasOnly(value, fixed) && Object.keys(fixed).every((key) => key === 'id' || equals(value[key], fixed[key]));
}

function hasOnly(value: JsonObject, fixed: JsonObject): boolean {
  for (const key in value) if (key !== 'id' && fixed[key] === undefined) return false;
  return true;
}

/** True when a JSON value holds at least what the pattern holds; each member of a pattern's list must be met by some member. */
export function matches(value: unknown, pattern: unknown): boolean {
  if (Array.isArray(pattern)) {
    return Array.isArray(value) && pattern.every((wanted) => value.some((item) => matches(item, wanted)));
  }
  if (!isObject(pattern)) return value === pattern;
  if (!isObject(value)) return false;
  for (const key in pattern) if (!matches(value[key], pattern[key])) return false;
  return true;
}

/** How many values an element has, counting those that are only extensions of a missing primitive. */
export function count(value: unknown, companion: unknown): number {
  const values = toCount(value);
  const companions = toCount(companion);
  return companions > values ? companions : values;
}

function toCount(value: unknown): number {
  if (value === undefined) return 0;
  return Array.isArray(value) ? value.length : 1;
}

/** The member of a list, or undefined where there is no list. */
export function at(list: unknown, index: number): unknown {
  return Array.isArray(list) ? list[index] : undefined;
}

/** True for an array with something in it: FHIR's JSON has no empty ones. */
export function isList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

/** True when one of the contained resources contains others itself (R4 dom-2 forbids it). */
export function nests(contained: unknown): boolean {
  return Array.isArray(contained) && contained.some((resource) => isObject(resource) && resource['contained'] !== undefined);
}

/** True when a null in a list of primitives is explained by an object at the same place of the companion list. */
export function isPadded(companions: unknown, index: number): boolean {
  return isObject(at(companions, index));
}

/** True when the object beside a primitive says something: extensions, or an id where there is a value to identify. */
export function isCompanion(companion: unknown, value: unknown): boolean {
  if (!isObject(companion)) return false;
  return companion['extension'] !== undefined || (companion['id'] !== undefined && value !== undefined && value !== null);
}

/** True for an extension with a name instead of a full address, as only the parts of a complex extension have. */
export function isLocalExtension(extension: unknown): boolean {
  const url = isObject(extension) ? extension['url'] : undefined;
  return typeof url === 'string' && !url.includes(':');
}

/** The resource type in a literal reference `Patient/1` or `https://host/fhir/Patient/1`; empty for anything else (`#`, `urn:`, logical). */
export function toReferredType(reference: string): string {
  const first = reference.indexOf('/');
  if (first > 0 && isWord(reference, first + 1)) return reference.slice(0, first);
  const versioned = reference.indexOf('/_history/');
  const end = versioned < 0 ? reference.length : versioned;
  const slash = reference.lastIndexOf('/', end - 1);
  if (slash <= 0 || reference.startsWith('urn:') || reference.includes('?') || reference.includes('#')) return '';
  const before = reference.lastIndexOf('/', slash - 1);
  return reference.slice(before + 1, slash);
}

/** True where nothing follows but what an id is made of: then a reference is `Type/id` and nothing more. */
function isWord(text: string, from: number): boolean {
  for (let at = from; at < text.length; at++) if (!isWordUnit(text.charCodeAt(at))) return false;
  return from < text.length;
}

function isWordUnit(unit: number): boolean {
  if (unit >= 97) return unit <= 122;
  if (unit >= 65) return unit <= 90;
  return unit === 45 || unit === 46 || (unit >= 48 && unit <= 57);
}
