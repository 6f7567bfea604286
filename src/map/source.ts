import type { DateOrder } from './conversions/read-date.ts';
import type { DecimalMark, WrittenNumber } from './conversions/read-number.ts';
import type { Reading, ReadingDay } from './conversions/reading.ts';
import type { Duty, ElementValue, Recorder } from './visit.ts';

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
}

/** Where a piece of context stands, in the order in which it is looked for. */
export type ContextStep =
  | { readonly from: 'title'; readonly pattern: RegExp }
  | { readonly from: 'column' }
  | { readonly from: 'file-name'; readonly pattern: RegExp }
  | { readonly from: 'request' };

/** A local format, compiled once from its tables and frozen. */
export interface Source {
  readonly name: string;
  readonly version: string;
  readonly title: string;
  readonly delimiter?: ',' | ';' | '\t' | '|';
  readonly headerWithin: number;
  readonly dates: DateOrder;
  readonly decimal: DecimalMark;
  readonly about: 'anak' | 'semua';
  /** The group of life stages that holds where neither a birth date nor a pregnancy decides. */
  readonly stages: string;
  readonly service: string;
  readonly recorder: Recorder;
  readonly verified: boolean;
  /** Per platform, whether the visits are owed to it, and why. */
  readonly duties: Readonly<Record<string, { readonly is: Duty; readonly reason: string }>>;
  readonly context: {
    readonly place: readonly ContextStep[];
    readonly date: readonly ContextStep[];
    readonly month: readonly ContextStep[];
  };
  /** Comparable words with which a total row begins. */
  readonly totals: readonly string[];
  readonly columns: readonly Column[];
  /** Columns by the comparable form of their names and aliases. */
  readonly byHeader: ReadonlyMap<string, Column>;
}
