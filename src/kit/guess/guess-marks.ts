import { cleanText } from '../../map/conversions/clean-text.ts';
import type { ColumnSetting } from '../../map/tables/column-setting.ts';
import type { FormColumn } from '../form.ts';

/** How days and numbers of a file are written, and whether the cells leave that open. */
export interface Marks {
  readonly dates: ColumnSetting['dates'];
  readonly decimal: ColumnSetting['decimal'];
  /** Every day of the file could be read either way round. */
  readonly isDayOpen: boolean;
  /** Days of both orders stand in the file, each of them possible in one only. */
  readonly isDayMixed: boolean;
  readonly isDecimalOpen: boolean;
}

/** Finds the order of days and the decimal mark from all cells of a file; what they leave open is asked. */
export function guessMarks(columns: readonly FormColumn[]): Marks {
  const cells = columns.flatMap(({ values }) => values.map(cleanText));
  const orders = countOrders(cells);
  const [comma, point] = [count(cells, /^-?\d{1,3},\d{1,2}(?!\d)/), count(cells, /^-?\d{1,3}\.\d{1,2}(?!\d|\.)/)];
  return {
    dates: toOrder(orders),
    decimal: point > comma ? '.' : ',',
    isDayOpen: orders.open > 0 && orders.dmy + orders.mdy === 0,
    isDayMixed: orders.dmy > 0 && orders.mdy > 0,
    isDecimalOpen: comma > 0 && point > 0 && Math.min(comma, point) * 3 > Math.max(comma, point),
  };
}

interface Orders {
  readonly ymd: number;
  readonly dmy: number;
  readonly mdy: number;
  readonly open: number;
}

/** The order of a day is told by a number beyond 12, by a month in letters, or by a year that leads. */
export function countOrders(cells: readonly string[]): Orders {
  const found = { ymd: 0, dmy: 0, mdy: 0, open: 0 };
  for (const cell of cells) {
    const order = toOrderOf(cell);
    if (order !== undefined) found[order] += 1;
  }
  return found;
}

function toOrderOf(cell: string): keyof Orders | undefined {
  if (/^'?(?:19|20)\d{2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,2}/.test(cell)) return 'ymd';
  if (/^'?\d{1,2}[\s-]+\p{L}{3,}[\s.,-]+\d{2,4}$/u.test(cell)) return 'dmy';
  const match = /^'?(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(?:\d{4}|\d{2})(?:\s|$)/.exec(cell);
  if (match === null) return undefined;
  const [first, second] = [Number(match[1]), Number(match[2])];
  if (first > 12 && second > 12) return undefined;
  if (first > 12) return 'dmy';
  return second > 12 ? 'mdy' : 'open';
}

/** A source whose years lead reads no other form, so that it is one only where there is no other. */
function toOrder({ ymd, dmy, mdy, open }: Orders): Marks['dates'] {
  if (mdy > dmy) return 'mdy';
  return ymd > 0 && dmy + open === 0 ? 'ymd' : 'dmy';
}

function count(cells: readonly string[], pattern: RegExp): number {
  return cells.filter((cell) => pattern.test(cell)).length;
}
