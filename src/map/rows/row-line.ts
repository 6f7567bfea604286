import type { Checked } from '../../fhir/checked.ts';

/** A line as the reader of bytes gives it: cells, or why there are none. */
export type RowLine = Checked<{ readonly line: number; readonly cells: readonly string[] }> & { readonly line: number };
