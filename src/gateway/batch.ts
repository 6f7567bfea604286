import type { MappedRow } from '../map/mapped-row.ts';
import type { Site } from '../map/place.ts';
import type { Source } from '../map/source.ts';
import type { RowsBefore } from './replay/rows-before.ts';

/** Where a row was handed in. `position` counts from 0 within its file. */
export interface RowOrigin {
  readonly submission: string;
  readonly reading: string;
  readonly position: number;
}

/** A batch of rows on its way into the store. Rows of several small submissions may be kept together: `row.row` is unlike in all of them. */
export interface Batch {
  readonly rows: readonly MappedRow[];
  readonly originOf: (row: MappedRow['row']) => RowOrigin;
  readonly source: Source;
  readonly site: Site;
  readonly at: Date;
  /** What became of these rows when they were read before. Rows that are read again are those of one submission alone. */
  readonly again?: RowsBefore;
}
