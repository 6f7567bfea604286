/** True, false, or undefined for the empty collection. */
export type Truth = boolean | undefined;

/** What one value means where a boolean is asked for: anything that is no boolean is true by being there. */
export function truth(item: unknown): Truth {
  if (item === undefined || typeof item === 'boolean') return item;
  return true;
}

/** The conjunction when the first is not false. */
export function and(left: Truth, right: Truth): Truth {
  if (right === false) return false;
  return left === undefined ? undefined : right;
}

/** The disjunction when the first is not true. */
export function or(left: Truth, right: Truth): Truth {
  if (right === true) return true;
  return left === undefined ? undefined : right;
}

/** The implication when the first is not false. */
export function implies(left: Truth, right: Truth): Truth {
  return left === undefined && right !== true ? undefined : right;
}

/** One of both, not both; unknown as soon as one is. */
export function xor(left: Truth, right: Truth): Truth {
  return left === undefined || right === undefined ? undefined : left !== right;
}

/** The opposite; nothing stays nothing. */
export function not(item: Truth): Truth {
  return item === undefined ? undefined : !item;
}

/** Whether a result lets a rule hold: one boolean by its value, anything else by being there. */
export function passes(items: readonly unknown[]): boolean {
  return items.length === 1 ? truth(items[0]) === true : items.length > 0;
}

/** Whether all members are the given boolean. */
export function all(items: readonly unknown[], wanted: boolean): boolean {
  return items.every((item) => item === wanted);
}

/** Whether any member is the given boolean. */
export function any(items: readonly unknown[], wanted: boolean): boolean {
  return items.includes(wanted);
}
