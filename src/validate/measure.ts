/** Limits on what is walked at all, because bodies come from outside. */
export interface Caps {
  readonly depth: number;
  readonly nodes: number;
  readonly stringLength: number;
}

/** Which limit was exceeded. */
export type Excess = 'too-deep' | 'too-many-nodes' | 'too-long';

/** Deeper than any real questionnaire, far below the stack; wide enough for a Bundle of 10,000 entries or a scanned document. */
export const DEFAULT_CAPS: Caps = { depth: 100, nodes: 5_000_000, stringLength: 16_777_216 };

/** Measures a JSON value before it is walked; answers the first limit it exceeds, or undefined. A cycle is too deep. */
export function findExcess(value: unknown, caps: Caps): Excess | undefined {
  const left = { nodes: caps.nodes };
  return measure(value, caps.depth, left, caps.stringLength);
}

function measure(value: unknown, depth: number, left: { nodes: number }, longest: number): Excess | undefined {
  if (--left.nodes < 0) return 'too-many-nodes';
  if (typeof value === 'string') return value.length > longest ? 'too-long' : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth === 0) return 'too-deep';
  return Array.isArray(value) ? measureList(value, depth, left, longest) : measureObject(value, depth, left, longest);
}

function measureList(list: readonly unknown[], depth: number, left: { nodes: number }, longest: number): Excess | undefined {
  for (const item of list) {
    const excess = measure(item, depth - 1, left, longest);
    if (excess !== undefined) return excess;
  }
  return undefined;
}

function measureObject(object: object, depth: number, left: { nodes: number }, longest: number): Excess | undefined {
  const fields: Readonly<Record<string, unknown>> = { ...object };
  for (const key in fields) {
    const excess = measure(fields[key], depth - 1, left, longest);
    if (excess !== undefined) return excess;
  }
  return undefined;
}
