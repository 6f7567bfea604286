import type { Issue } from '../../fhir/issue.ts';
import type { Checked } from '../../fhir/checked.ts';
import type { GrowthTables } from '../../insight/growth/parse-growth-tables.ts';
import type { CalendarMonth } from '../conversions/read-month.ts';
import type { Place } from '../place.ts';
import type { Programme } from '../programme.ts';
import type { Column, ContextFact } from '../source.ts';
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
  /** Told what rows are made of, where somebody asks for their lineage; nothing is kept of it otherwise. */
  readonly trace?: ReadingTrace;
}

/** Listens while a file is read. */
export interface ReadingTrace {
  /** A line above a table or between its rows, from which context is read. */
  readonly title: (line: number, cells: readonly string[]) => void;
  readonly record: (traced: TracedRecord) => void;
}

/** A record as it was mapped, joined from several lines where its source says so; with the rows it became. */
export interface TracedRecord {
  readonly record: SourceRecord;
  readonly joined: readonly SourceRecord[];
  readonly file: FileFacts;
  readonly rows: readonly (number | string)[];
}

/** What the rows above the header, the file's name and the like say, as written: by fact, then by where it stands. */
export type FileFacts = Readonly<Record<ContextFact, Readonly<Partial<Record<'title' | 'label' | 'file-name', string>>>>>;

/** One record of a source: its number or path, and each known column's cell. */
export interface SourceRecord {
  readonly row: number | string;
  readonly cells: readonly string[];
  readonly values: readonly SourceValue[];
  /** The record whose verdict counts, of one that was cut out of it. */
  readonly partOf?: number | string;
  /** What the reader of the bytes noticed about it. */
  readonly issues?: readonly Issue[];
  /** True of one that repeats nothing: its person is registered, and needs no day of a visit. */
  readonly unrepeated?: true;
  /** Headings of the cells that hold its question, of one that is an answer. */
  readonly asked?: readonly string[];
  /** JSON paths of the records that this one was joined to, by the name of the join. */
  readonly joinedTo?: Readonly<Record<string, string>>;
}

/** A cell with the column it stands in; `cell` is the column as the sender wrote it. */
export interface SourceValue {
  readonly column: Column;
  readonly cell: string;
  readonly text: string;
  /** Where it stands, where that is not the record's own row under `cell`: a merged cell above, an answer in a row of its own. */
  readonly at?: { readonly row: number | string; readonly column: string };
}
