import type { JsonValue } from '../map/records/json-value.ts';

/** A column of an unknown file with what was found in it. */
export interface FormColumn {
  /** How columns.yaml has to name it. */
  readonly name: string;
  /** Its heading alone; empty where a table has none. */
  readonly heading: string;
  /** What encloses it, the nearest first: a merged cell above, the object it stands in. */
  readonly within: readonly string[];
  /** Cells that are not blank, in order, as many as are looked at. */
  readonly values: readonly string[];
  /** Its place in a table, from 0; -1 where it has none. */
  readonly at: number;
  /** Rows that could have filled it. */
  readonly rows: number;
  /** The month or contact it speaks of alone, where it cannot be read with those that repeat. */
  readonly apart?: string;
}

/** Columns that stand there once for each word, such as a month. */
export interface FormRepeat {
  readonly as?: 'visit.month';
  readonly of: readonly string[];
  readonly columns: readonly FormColumn[];
}

/** How the header of a table is found: by its names within so many lines, or by position below so many lines. */
export type FormHeader =
  { readonly is: 'named'; readonly at: number; readonly lines: number } | { readonly is: 'positional'; readonly lines: number };

/** Rows of a table that are one visit together, a question each. */
export interface FormGroup {
  readonly by: readonly string[];
  readonly question: readonly string[];
  readonly answer: string;
}

/** A table whose structure was found. */
export interface TableForm {
  readonly is: 'table';
  readonly delimiter: string;
  readonly encoding: string;
  readonly titles: readonly (readonly string[])[];
  readonly header: FormHeader;
  readonly columns: readonly FormColumn[];
  readonly repeat?: FormRepeat;
  readonly group?: FormGroup;
  readonly rows: number;
  /** Words with which total rows begin, and at which the table ends, as found. */
  readonly totals: readonly string[];
  readonly stops: readonly string[];
  readonly separators: readonly string[];
  readonly fill: readonly string[];
  /** Numbers of columns that hold something and have no heading, from 1. */
  readonly nameless: readonly number[];
  /** Headings that stand there more than once. */
  readonly doubled: readonly string[];
}

/** A table of the document that records refer to. */
export interface FormJoin {
  readonly name: string;
  readonly table: string;
  readonly key: string;
  readonly on: string;
  readonly only?: true;
  readonly when?: string;
}

/** A JSON file whose records were found. */
export interface RecordForm {
  readonly is: 'records';
  readonly shape: 'document' | 'list' | 'lines';
  readonly records: string;
  readonly joins: readonly FormJoin[];
  readonly titles: readonly (readonly string[])[];
  readonly columns: readonly FormColumn[];
  readonly rows: number;
  /** Lists of the document that neither are records nor can be joined. */
  readonly unused: readonly string[];
}

/** An unknown file whose structure was found. */
export type Form = TableForm | RecordForm;

/** An unknown file as it was read: lines of cells, or a JSON value whose numbers are texts. */
export type RawFile =
  | { readonly is: 'table'; readonly delimiter: string; readonly encoding: string; readonly lines: readonly (readonly string[])[] }
  | { readonly is: 'json'; readonly shape: 'document' | 'list' | 'lines'; readonly value: JsonValue };

/** No more cells of a column are looked at. */
export const mostValues = 400;
