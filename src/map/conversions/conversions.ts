import type { ElementDefinition, Unit } from '../element-definition.ts';
import type { FactValue } from '../source.ts';
import type { CodeList } from './code-list.ts';
import { findCode } from './code-list.ts';
import type { DateOrder } from './read-date.ts';
import { readDate } from './read-date.ts';
import { readMonth } from './read-month.ts';
import type { DecimalMark } from './read-number.ts';
import { readDecimal, readNumber } from './read-number.ts';
import type { Reading, ReadingDay } from './reading.ts';
import { toRead, toRefused } from './reading.ts';
import type { IssueCode } from '../catalogue/issue-catalogue.ts';

/** What a conversion is told about its column. */
export interface ColumnFacts {
  readonly is: string;
  readonly dates: DateOrder;
  readonly decimal: DecimalMark;
  readonly unit?: Unit;
  readonly list?: CodeList;
}

/** A conversion, told about its column, gives the reader of its cells. */
export type Convert = (column: ColumnFacts) => (text: string, day: ReadingDay) => Reading<FactValue>;

/** The closed list of conversions a column may name. A new one is a small pure function and a line here. */
export const conversions: ReadonlyMap<string, Convert> = new Map<string, Convert>([
  ['text', () => (text) => toRead({ kind: 'text', text })],
  ['digits', () => (text) => toRead({ kind: 'text', text: text.replace(/\D/g, '') })],
  ['date', ({ dates }) => toDateReader(dates)],
  ['date-dmy', () => toDateReader('dmy')],
  ['date-mdy', () => toDateReader('mdy')],
  ['date-ymd', () => toDateReader('ymd')],
  ['month', () => readMonthCell],
  ['decimal', (column) => toNumberReader(column, column.decimal)],
  ['decimal-comma', (column) => toNumberReader(column, ',')],
  ['decimal-point', (column) => toNumberReader(column, '.')],
  ['code', toCodeReader],
  ['yes-no', toYesNoReader],
]);

/** The conversion a target takes where its column names none. */
export function defaultConversion(is: string, element: ElementDefinition | undefined, hasCodes: boolean): string {
  if (element !== undefined) return toElementConversion(element);
  if (is.startsWith('reported.')) return toReportedConversion(is, hasCodes);
  return targetConversions[is] ?? 'text';
}

const targetConversions: Readonly<Record<string, string>> = {
  'person.birthDate': 'date',
  'person.sex': 'code',
  'visit.condition': 'code',
  'person.kk': 'digits',
  'person.birthOrder': 'decimal',
  'visit.date': 'date',
  'visit.month': 'month',
};

const shapeConversions: Partial<Record<ElementDefinition['shape'], string>> = {
  coded: 'code',
  boolean: 'yes-no',
  text: 'text',
  date: 'date',
};

/** What else an element is, its codes say that it is chosen, its unit that it is counted, and without either it is yes or no. */
function toElementConversion({ shape, codes, unit }: ElementDefinition): string {
  const plain = codes === undefined ? 'yes-no' : 'code';
  return shapeConversions[shape] ?? (unit === undefined ? plain : 'decimal');
}

/** True for an element that a form answers with yes or no, whatever it becomes: a finding, an answer, something done, a referral. */
export function isYesNo(element: ElementDefinition): boolean {
  return toElementConversion(element) === 'yes-no';
}

function toReportedConversion(is: string, hasCodes: boolean): string {
  if (hasCodes) return 'code';
  return is.startsWith('reported.zs-') ? 'decimal' : 'text';
}

function toDateReader(order: DateOrder): (text: string, day: ReadingDay) => Reading<FactValue> {
  return (text, day) => {
    const { value, remarks } = readDate(text, order, day);
    return value === undefined ? { remarks } : { value: { kind: 'date', date: value }, remarks };
  };
}

function readMonthCell(text: string): Reading<FactValue> {
  const month = readMonth(text);
  return month === null ? toRefused({ code: 'D09', severity: 'warning' }) : toRead({ kind: 'text', text });
}

function toNumberReader({ unit }: ColumnFacts, mark: DecimalMark): (text: string) => Reading<FactValue> {
  if (unit === undefined) {
    return (text) => {
      const number = readDecimal(text, mark);
      return number === null ? toRefused({ code: 'D12', severity: 'warning' }) : toRead({ kind: 'number', number });
    };
  }
  return (text) => {
    const { value, remarks } = readNumber(text, unit, mark);
    return value === undefined ? { remarks } : { value: { kind: 'measure', measure: value }, remarks };
  };
}

const codeIssues: Readonly<Record<string, IssueCode>> = { 'person.sex': 'D17', 'riwayat-imunisasi': 'D19', imunisasi: 'D19' };

function toCodeReader({ is, list }: ColumnFacts): (text: string) => Reading<FactValue> {
  const issue = codeIssues[is];
  return (text) => {
    const code = list === undefined ? undefined : findCode(list, text);
    if (code === undefined) return toRefused({ code: issue ?? 'kode-tidak-dikenal', severity: 'warning' });
    const value: FactValue = { kind: 'coded', code };
    return issue === undefined || code === text ? toRead(value) : toRead(value, { code: issue, severity: 'information' });
  };
}

function toYesNoReader({ list }: ColumnFacts): (text: string) => Reading<FactValue> {
  return (text) => {
    const code = list === undefined ? undefined : findCode(list, text);
    return code === undefined ? toRefused({ code: 'D18', severity: 'warning' }) : toRead({ kind: 'boolean', boolean: code === 'ya' });
  };
}
