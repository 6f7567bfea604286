import type { DateOrder } from './conversions/read-date.ts';
import type { DecimalMark, WrittenNumber } from './conversions/read-number.ts';
import type { Reading, ReadingDay } from './conversions/reading.ts';
import type { RecordPath } from './records/record-path.ts';
import type { Duty, ElementValue, MaternalCondition, Recorder, Sex } from './visit.ts';

/** The value of a fact before it is known what it is held against: a measure keeps every reading of its digits. */
export type FactValue =
  | Exclude<ElementValue, { readonly kind: 'quantity' }>
  | { readonly kind: 'measure'; readonly measure: WrittenNumber }
  | { readonly kind: 'number'; readonly number: number };

/** One thing a cell says: the target (`person.name`, `visit.date`, `reported.zs-bb-u`, an element key) and its value. */
export interface CellFact {
  readonly is: string;
  readonly value: FactValue;
  readonly fields?: Readonly<Record<string, ElementValue>>;
  /** Which of several measurements of its cell a fact belongs to, from 1: what was measured together stays together. */
  readonly nth?: number;
  /** Read out of a free text (field rule 7). */
  readonly unconfirmed?: true;
  /** Happened on the day of the visit: it bears that day as its own. */
  readonly dated?: true;
}

/** Reads the text of one cell of a column. A cell may hold several facts, or none. */
export type ReadCell = (text: string, day: ReadingDay) => Reading<readonly CellFact[]>;

/** One column of a source, compiled. A column that is ignored has no reader, only its reason. */
export interface Column {
  readonly name: string;
  readonly names: readonly string[];
  readonly required: boolean;
  readonly targets: readonly string[];
  readonly ignore?: string;
  readonly read?: ReadCell;
  /** The conversion that reads its cells, as columns.yaml names it. */
  readonly conversion?: string;
  /** The code list by which its words are read. */
  readonly list?: string;
  /** True of a free text that facts are read out of: sangat-terbatas, whatever they are (field rule 6). */
  readonly freeText?: true;
  /** Of a column that stands there again and again: which of the repetitions it belongs to, from 0. */
  readonly block?: number;
}

/** What the surroundings of a table can say of all its rows. */
export type ContextFact = 'place' | 'date' | 'month' | 'year' | 'recorder';

/** Where a piece of context stands, in the order in which it is looked for. */
export type ContextStep =
  | { readonly from: 'title'; readonly pattern: RegExp }
  /** Comparable words of a cell above the table whose value stands behind it or in the next cell. */
  | { readonly from: 'label'; readonly labels: readonly string[] }
  | { readonly from: 'column' }
  | { readonly from: 'file-name'; readonly pattern: RegExp }
  | { readonly from: 'request' };

/** Columns that stand side by side once a month (or once a contact): one row of the table is as many visits as are filled. */
export interface Repeat {
  /** What a repetition is called, such as a month: its word is read as this. Absent where its own columns say the day. */
  readonly as?: Column;
  /** The word of each, and how many years after the first one it lies. */
  readonly of: readonly { readonly word: string; readonly yearsOn: number }[];
}

/** Rows that are one visit together, one row a question. */
export interface Grouping {
  readonly by: readonly Column[];
  readonly questions: readonly Column[];
  readonly answer: Column;
}

/** A table of the document that its records refer to by a key. */
export interface Join {
  /** The joined fields stand under this name: `sasaran.nama`. */
  readonly name: string;
  /** Fields that lead to the table from the document. */
  readonly table: readonly string[];
  /** The field of the table that the record's own field `on` repeats. */
  readonly key: string;
  readonly on: string;
  /** `only`: a record without a key means the only record of the table, where `when` says the same in both. */
  readonly otherwise?: 'only';
  readonly when?: string;
}

/** How the records of a JSON source are found. Columns are named by their path from the record; `induk.` and `berkas.` lead out of it. */
export interface RecordFormat {
  readonly path: RecordPath;
  /** In an order in which each needs only those before it. */
  readonly joins: readonly Join[];
}

/** A rule by which a row is passed over: a column is empty, and no element but those named is written beside it. */
export interface SkipRule {
  /** Name of the column that has to be empty. */
  readonly column: string;
  /** Targets that may be written all the same: the vaccine that has not been given yet. */
  readonly besides: readonly string[];
  readonly reason: string;
}

/** A local format, compiled once from its tables and frozen. */
export interface Source {
  readonly name: string;
  readonly version: string;
  readonly title: string;
  readonly delimiter?: ',' | ';' | '\t' | '|';
  readonly headerWithin: number;
  /** Of how many lines a header is made at most; of a table read by position, how many lines stand above its rows. */
  readonly headerLines: number;
  /** True where columns are known by their number alone. */
  readonly positional: boolean;
  readonly dates: DateOrder;
  readonly decimal: DecimalMark;
  readonly about: 'anak' | 'semua';
  /** Visits, or entries in the register of sasaran (field rule 1). */
  readonly holds: 'kunjungan' | 'pendaftaran';
  /** What a register enrols its people as, such as `ibu-hamil`. */
  readonly category?: string;
  /** The group of life stages that holds where neither a birth date nor a pregnancy decides. */
  readonly stages: string;
  /** Where every woman of the form stands in a pregnancy, as long as neither her row nor its days say it. */
  readonly condition?: MaternalCondition;
  /** The sex of everybody on the form, where no cell says another. */
  readonly sex?: Sex;
  readonly service: string;
  readonly recorder: Recorder;
  readonly verified: boolean;
  /** Per platform, whether the visits are owed to it, and why. */
  readonly duties: Readonly<Record<string, { readonly is: Duty; readonly reason: string }>>;
  readonly context: Readonly<Record<ContextFact, readonly ContextStep[]>>;
  /** Present where the source is JSON. */
  readonly records?: RecordFormat;
  /** Rows that are passed over, beside totals and blanks. */
  readonly skips: readonly SkipRule[];
  /** Comparable words with which a total row begins. */
  readonly totals: readonly string[];
  /** Lines between rows that say nothing of a person: a heading of a group, a page number. */
  readonly separators: readonly RegExp[];
  /** Comparable words at which the table ends: a signature, an approval. */
  readonly stops: readonly string[];
  /** Columns of merged cells: where a line leaves all of them open, what stands above them holds. */
  readonly fill: readonly Column[];
  readonly repeat?: Repeat;
  readonly group?: Grouping;
  readonly columns: readonly Column[];
  /** Columns by the comparable form of their names and aliases. */
  readonly byHeader: ReadonlyMap<string, Column>;
}
