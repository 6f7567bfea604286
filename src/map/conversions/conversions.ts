import type { IssueCode } from '../catalogue/issue-catalogue.ts';
import { addDays } from '../days.ts';
import type { FactValue } from '../source.ts';
import { findCode } from './code-list.ts';
import type { ColumnFacts, Convert } from './conversion.ts';
import { familyCard, jknCard } from './read-card-number.ts';
import { readCount } from './read-count.ts';
import type { DateOrder } from './read-date.ts';
import { readDate, toUnreadable } from './read-date.ts';
import { gestationUnits, readGestation } from './read-gestation.ts';
import { intervalUnits, readInterval } from './read-interval.ts';
import { readMonth } from './read-month.ts';
import type { DecimalMark } from './read-number.ts';
import { readDecimal, readNumber } from './read-number.ts';
import { readPhone } from './read-phone.ts';
import { readUrineProtein } from './read-urine-protein.ts';
import type { Reading, ReadingDay } from './reading.ts';
import { toRead, toRefused } from './reading.ts';
import { toAgeReader, toCardReader, toCoded, toGlucoseReader, toMeasureReader, toText } from './to-fact-value.ts';

/** The closed list of conversions a column may name. A new one is a small pure function and a line here. */
export const conversions: ReadonlyMap<string, Convert> = new Map<string, Convert>([
  ['text', () => (text) => toRead({ kind: 'text', text })],
  ['digits', () => (text) => toRead({ kind: 'text', text: text.replace(/\D/g, '') })],
  ['date', ({ dates, is }) => toDateReader(dates, is)],
  ['date-dmy', ({ is }) => toDateReader('dmy', is)],
  ['date-mdy', ({ is }) => toDateReader('mdy', is)],
  ['date-ymd', ({ is }) => toDateReader('ymd', is)],
  ['due-date', ({ dates, is }) => toDueDateReader(dates, is)],
  ['expiry-date', ({ dates, is }) => toExpiryReader(dates, is)],
  ['month', () => readMonthCell],
  ['decimal', (column) => toNumberReader(column, column.decimal)],
  ['decimal-comma', (column) => toNumberReader(column, ',')],
  ['decimal-point', (column) => toNumberReader(column, '.')],
  ['code', toCodeReader],
  ['yes-no', toYesNoReader],
  ['gestation-weeks', toMeasureReader((text, unit, { unitWord }) => readGestation(text, unit, unitWord))],
  ['interval-months', toMeasureReader((text, _unit, { unitWord }) => readInterval(text, unitWord))],
  ['count-in-text', toMeasureReader((text) => readCount(text))],
  ['glucose', toGlucoseReader],
  ['urine-protein', () => (text) => toCoded(readUrineProtein(text))],
  ['phone', () => (text) => toText(readPhone(text))],
  ['kk', toCardReader(familyCard)],
  ['bpjs', toCardReader(jknCard)],
  ['age-to-birth', toAgeReader],
]);

/** Units that only one conversion understands, in units of the element; others stand in `unitWords`. */
export const conversionUnits: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'gestation-weeks': gestationUnits,
  'interval-months': intervalUnits,
  'age-to-birth': { tahun: 1, bulan: 1, hari: 1 },
};

/** Only where a birth belongs can an age be meant; anywhere else it is no date at all. */
function toDateReader(order: DateOrder, is: string): (text: string, day: ReadingDay) => Reading<FactValue> {
  return (text, day) => {
    const { value, remarks } = readDate(text, order, day);
    if (is !== 'person.birthDate' && remarks.some(({ code }) => code === 'D11')) return toRefused(toUnreadable(order));
    return value === undefined ? { remarks } : { value: { kind: 'date', date: value }, remarks };
  };
}

/** A day that is expected, such as that of a delivery, may lie ahead, but by no more than a year. */
function toDueDateReader(order: DateOrder, is: string): (text: string, day: ReadingDay) => Reading<FactValue> {
  const read = toDateReader(order, is);
  return (text, { asOf }) => read(text, { asOf: addDays(asOf, 365) });
}

/** Vaccines keep for years; a day of the past is as right. */
function toExpiryReader(order: DateOrder, is: string): (text: string, day: ReadingDay) => Reading<FactValue> {
  const read = toDateReader(order, is);
  return (text, { asOf }) => read(text, { asOf: addDays(asOf, 3653) });
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
