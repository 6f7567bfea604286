import type { Static } from '@sinclair/typebox';
import type { Issue } from '../../fhir/issue.ts';
import type { Bilingual } from '../catalogue/catalogue-entry.ts';
import type { CodeList } from '../conversions/code-list.ts';
import type { DateOrder } from '../conversions/read-date.ts';
import type { DecimalMark } from '../conversions/read-number.ts';
import type { Programme } from '../programme.ts';
import type { ReadCell } from '../source.ts';
import type { columnsSchema } from './column-schema.ts';

/** A column as columns.yaml writes it. */
export type WrittenColumn = Static<typeof columnsSchema>[string];

/** What a column is compiled against. */
export interface ColumnSetting {
  readonly programme: Programme;
  readonly lists: ReadonlyMap<string, CodeList>;
  readonly dates: DateOrder;
  readonly decimal: DecimalMark;
  readonly fault: (path: readonly string[], message: Bilingual) => Issue;
}

/** What a column reads, and the targets it can fill. */
export interface CompiledReader {
  readonly targets: readonly string[];
  readonly read: ReadCell;
  /** Name of the conversion, as columns.yaml writes it or as it follows from the target. */
  readonly conversion?: string;
  readonly list?: string;
}
