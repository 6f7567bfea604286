import type { Selector } from '../selector.ts';

type Selectors = readonly Selector[];

/** True when no value can answer the selectors of both slices, so that nobody has to ask whether one did. */
export function isExclusive(left: Selectors, right: Selectors): boolean {
  return left.some((one) => right.some((other) => isOpposite(one, other)));
}

/** Only a path with a single value at its end can exclude anything. */
function isOpposite(one: Selector, other: Selector): boolean {
  if (!isSamePlace(one, other)) return isOtherKey(one, other);
  if (one.kind === 'type' && other.kind === 'type') return !one.codes.some((code) => other.codes.includes(code));
  if (one.kind === 'exists' && other.kind === 'exists') return one.present !== other.present;
  return isPlain(one) && isPlain(other) && one.json !== other.json;
}

function isSamePlace(one: Selector, other: Selector): boolean {
  return one.steps.every((step) => step.many !== true) && JSON.stringify(one.steps) === JSON.stringify(other.steps);
}

/** Two keys of one choice cannot both be there; the base walk refuses that. */
function isOtherKey(one: Selector, other: Selector): boolean {
  const [mine, theirs] = [toOnlyKeys(one), toOnlyKeys(other)];
  return mine.length > 0 && theirs.length > 0 && !mine.some((key) => theirs.includes(key));
}

/** The keys of which one has to be there, for a path of one step. */
function toOnlyKeys(selector: Selector): readonly string[] {
  return selector.kind === 'exists' && selector.present && selector.steps.length === 1 ? (selector.steps[0]?.keys ?? []) : [];
}

function isPlain(selector: Selector): selector is Extract<Selector, { readonly json: unknown }> {
  return (selector.kind === 'fixed' || selector.kind === 'pattern') && typeof selector.json !== 'object';
}
