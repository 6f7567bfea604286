import type { Unit } from '../element-definition.ts';
import type { FactValue } from '../source.ts';
import type { CodeList } from './code-list.ts';
import type { DateOrder } from './read-date.ts';
import type { DecimalMark } from './read-number.ts';
import type { Reading, ReadingDay } from './reading.ts';

/** What a conversion is told about its column. */
export interface ColumnFacts {
  readonly is: string;
  readonly dates: DateOrder;
  readonly decimal: DecimalMark;
  readonly unit?: Unit;
  /** The unit as the column names it; absent where it names none. */
  readonly unitWord?: string;
  readonly list?: CodeList;
}

/** A conversion, told about its column, gives the reader of its cells. */
export type Convert = (column: ColumnFacts) => (text: string, day: ReadingDay) => Reading<FactValue>;
