import { isObject } from './json.ts';
import type { JsonObject } from './json.ts';
import type { Step } from './profile/discriminator-path.ts';
import type { Selector } from './selector.ts';
import { equals, matches } from './values.ts';
import { inCode, inCoding, inConcept } from './terminology/value-sets.ts';
import type { ValueSet } from './terminology/value-sets.ts';

/** What selectors need from outside: value sets, profile checks by canonical, and the targets of references. */
export interface SelectorWorld {
  readonly toValueSet: (url: string) => ValueSet;
  readonly follows: (value: unknown, urls: readonly string[]) => boolean;
  readonly resolve: (reference: string) => JsonObject | undefined;
}

/** True when a value answers every selector of a slice, hence belongs to it. */
export function isSelected(value: unknown, selectors: readonly Selector[], world: SelectorWorld): boolean {
  for (const selector of selectors) {
    if (reaches(value, selector, 0, world) !== (selector.kind !== 'exists' || selector.present)) return false;
  }
  return true;
}

/** Follows the steps into every list on the way; true when some value at the end passes the test. */
function reaches(value: unknown, selector: Selector, depth: number, world: SelectorWorld): boolean {
  if (Array.isArray(value)) return value.some((item) => reaches(item, selector, depth, world));
  const step = selector.steps[depth];
  if (step === undefined) return value !== undefined && isMet(value, selector, world);
  if (!isObject(value)) return false;
  if (step.resolve === true) return reachesTarget(value, selector, depth, world);
  return step.keys.some((key) => reaches(toNext(value, key, step), selector, depth + 1, world));
}

function reachesTarget({ reference }: JsonObject, selector: Selector, depth: number, world: SelectorWorld): boolean {
  const target = typeof reference === 'string' ? world.resolve(reference) : undefined;
  return target !== undefined && reaches(target, selector, depth + 1, world);
}

/** A primitive that is only extensions is there all the same. */
function toNext(value: JsonObject, key: string, { url }: Step): unknown {
  return url === undefined ? (value[key] ?? value[`_${key}`]) : toExtensions(value[key], url);
}

function toExtensions(value: unknown, url: string): unknown {
  return Array.isArray(value) ? value.filter((item) => isObject(item) && item['url'] === url) : undefined;
}

function isMet(value: unknown, selector: Selector, world: SelectorWorld): boolean {
  switch (selector.kind) {
    case 'fixed':
      return equals(value, selector.json);
    case 'pattern':
      return matches(value, selector.json);
    case 'codes':
      return isInside(world.toValueSet(selector.valueSet), value);
    case 'type':
      return isResourceOf(value, selector.codes);
    case 'profile':
      return world.follows(value, selector.urls);
    case 'exists':
      return true;
  }
}

function isResourceOf(value: unknown, codes: readonly string[]): boolean {
  if (!isObject(value) || typeof value['resourceType'] !== 'string') return false;
  return codes.includes(value['resourceType']) || codes.includes('Resource');
}

function isInside(set: ValueSet, value: unknown): boolean {
  if (typeof value === 'string') return inCode(set, value) === 1;
  return (isObject(value) && 'coding' in value ? inConcept(set, value) : inCoding(set, value)) === 1;
}
