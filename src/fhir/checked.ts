import type { Issue } from './issue.ts';

/** A value with the remarks made on the way, or the issues that prevented one. Bad data is a value, never an exception. */
export type Checked<T> =
  { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] } | { readonly ok: false; readonly issues: readonly Issue[] };

/** Holds a value that passed, with any remarks. */
export function toPassed<T>(value: T, issues: readonly Issue[] = []): Checked<T> {
  return { ok: true, value, issues };
}

/** Holds what prevented a value. */
export function toFailed(...issues: readonly Issue[]): { readonly ok: false; readonly issues: readonly Issue[] } {
  return { ok: false, issues };
}
