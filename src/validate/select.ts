import { isObject } from './json.ts';
import type { Selector, Step } from './selector.ts';
import { equals, matches } from './values.ts';
import { inCode, inCoding, inConcept } from './value-sets.ts';
import type { ValueSet } from './value-sets.ts';

/** What selectors need from outside: value sets and profile checks by canonical. */
interface SelectorWorld {
  readonly toValueSet: (url: string) => ValueSet;
  readonly follows: (value: unknown, urls: readonly string[]) => boolean;
}

/** True when a value answers every selector of a slice, hence belongs to it. */
export function isSelected(value: unknown, selectors: readonly Selector[], world: SelectorWorld): boolean {
  for (const selector of selectors) {
    const found = reaches(value, selector.steps, 0, (end) => isMet(end, selector, world));
    if (found !== (selector.kind !== 'exists' || selector.present)) return false;
  }
  return true;
}

/** Follows the steps into every list on the way; true when some value at the end passes the test. */
function reaches(value: unknown, steps: readonly Step[], depth: number, test: (end: unknown) => boolean): boolean {
  if (Array.isArray(value)) return value.some((item) => reaches(item, steps, depth, test));
  const step = steps[depth];
  if (step === undefined) return value !== undefined && test(value);
  if (!isObject(value)) return false;
  return step.keys.some((key) => {
    const next = step.url === undefined ? value[key] : toExtensions(value[key], step.url);
    return next !== undefined && reaches(next, steps, depth + 1, test);
  });
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
  return isObject(value) && typeof value['resourceType'] === 'string' && codes.includes(value['resourceType']);
}

function isInside(set: ValueSet, value: unknown): boolean {
  if (typeof value === 'string') return inCode(set, value) === 1;
  return (isObject(value) && 'coding' in value ? inConcept(set, value) : inCoding(set, value)) === 1;
}
