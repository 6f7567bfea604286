import type { Check } from './check.ts';

/** All checks by the type whose nodes they are asked of: a datatype, a resource type, or `Resource` for every resource. */
export const checks: ReadonlyMap<string, readonly Check[]> = new Map<string, readonly Check[]>([]);
