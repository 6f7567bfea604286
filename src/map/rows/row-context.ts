import type { Checked } from '../../fhir/checked.ts';
import type { GrowthTables } from '../../insight/growth/parse-growth-tables.ts';
import type { CalendarMonth } from '../conversions/read-month.ts';
import type { Place } from '../place.ts';
import type { Programme } from '../programme.ts';
import type { Column } from '../source.ts';
import type { LocalDate } from '../visit.ts';

/** What a request says beside the file: its place, day or month, where the file does not say so itself. */
export interface RequestFacts {
  readonly place?: string;
  readonly date?: LocalDate;
  readonly month?: CalendarMonth;
  readonly fileName?: string;
}

/** Everything rows are read with. The place of a name and the day of a month are asked of the submitter's own site. */
export interface RowContext {
  readonly programme: Programme;
  readonly growth: GrowthTables;
  /** The day on which the file is read: no date may lie beyond it. */
  readonly asOf: LocalDate;
  readonly request: RequestFacts;
  readonly resolvePlace: (written: string, on: LocalDate) => Checked<Place>;
}

/** What the rows above the header and the file's name said. */
export interface FileFacts {
  readonly titlePlace?: string;
  readonly fileNamePlace?: string;
  readonly titleMonth?: CalendarMonth;
  readonly fileNameMonth?: CalendarMonth;
}

/** One record of a source: its number or path, and each known column's cell. */
export interface SourceRecord {
  readonly row: number | string;
  readonly cells: readonly string[];
  readonly values: readonly SourceValue[];
}

/** A cell with the column it stands in; `cell` is the column as the sender wrote it. */
export interface SourceValue {
  readonly column: Column;
  readonly cell: string;
  readonly text: string;
}
