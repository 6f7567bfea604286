import type { JsonObject } from './json.ts';

/** Limits on what is walked at all, because bodies come from outside. */
export interface Caps {
  readonly depth: number;
  readonly nodes: number;
  readonly stringLength: number;
  /** Names in one object: R4's widest type has fewer than a hundred. */
  readonly names: number;
}

/** Which limit was exceeded. */
export type Excess = 'too-deep' | 'too-many-nodes' | 'too-long' | 'too-wide';

/** Deeper than any real questionnaire, far below the stack; wide enough for a Bundle of 10,000 entries or a scanned document. */
export const DEFAULT_CAPS: Caps = { depth: 100, nodes: 5_000_000, stringLength: 16_777_216, names: 10_000 };

interface Count {
  nodes: number;
}

/** Measures a JSON value before it is walked; answers the first limit it exceeds, or undefined. A cycle is too deep. */
export function findExcess(value: unknown, caps: Caps): Excess | undefined {
  return measure(value, caps, caps.depth, { nodes: caps.nodes });
}

function measure(value: unknown, caps: Caps, depth: number, left: Count): Excess | undefined {
  if (--left.nodes < 0) return 'too-many-nodes';
  if (typeof value === 'string') return value.length > caps.stringLength ? 'too-long' : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth === 0) return 'too-deep';
  return Array.isArray(value) ? measureList(value, caps, depth - 1, left) : measureObject(value as JsonObject, caps, depth - 1, left);
}

function measureList(list: readonly unknown[], caps: Caps, depth: number, left: Count): Excess | undefined {
  for (const item of list) {
    const excess = measure(item, caps, depth, left);
    if (excess !== undefined) return excess;
  }
  return undefined;
}

/** Nearly all that is inside objects are short texts: they are measured here, without a call. */
function measureObject(object: JsonObject, caps: Caps, depth: number, left: Count): Excess | undefined {
  let names = 0;
  for (const key in object) {
    if (++names > caps.names) return 'too-wide';
    const value = object[key];
    if (typeof value === 'string' && value.length <= caps.stringLength && left.nodes > 0) {
      left.nodes--;
      continue;
    }
    const excess = measure(value, caps, depth, left);
    if (excess !== undefined) return excess;
  }
  return undefined;
}
