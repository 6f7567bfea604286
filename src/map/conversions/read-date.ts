import type { Bilingual } from '../catalogue/catalogue-entry.ts';
import type { Remark } from '../catalogue/issue-catalogue.ts';
import type { CalendarDay } from '../days.ts';
import { fromDayNumber, toLocalDate } from '../days.ts';
import type { LocalDate } from '../visit.ts';
import { cleanText } from './clean-text.ts';
import { toMonth } from './read-month.ts';
import type { Reading, ReadingDay } from './reading.ts';
import { toNothing, toRead, toRefused } from './reading.ts';

/** The order of day, month and year that a source declares; it is never guessed (D09). */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

interface Written extends CalendarDay {
  /** True where the text has the form its source usually has. */
  readonly usual: boolean;
  /** The order it was read in, where the declared one is impossible. */
  readonly instead?: DateOrder;
}

const earliestYear = 1900;
// Excel counts days from 1899-12-30; its serials of 1927-05-18 to 2146 have five digits and begin with 1 to 8.
const excelEpochDay = -25_569;

/** Reads a calendar day in the order its source declares, in ISO form, with an Indonesian month name, or as an Excel serial. */
export function readDate(text: string, order: DateOrder, { asOf }: ReadingDay): Reading<LocalDate> {
  // A weekday or a place of birth may stand before the day: `Balikpapan, 18-05-2023`.
  const cleaned = cleanText(text)
    .replace(/^'/, '')
    .replace(/^[\p{L} .']+[,/]?\s*(?=\d)/u, '');
  if (cleaned === '') return toNothing();
  const written = toWritten(cleaned, order, asOf);
  // A month beyond 12 in both orders is no order at all, not a day that failed.
  if (written === null || written.month > 12) return toRefused(isAge(cleaned) ? ageRemark : toUnreadable(order));
  return toPossible(written, asOf);
}

/** Refuses a day that the calendar does not have, that a failed conversion leaves behind, or that lies in the future (D10). */
function toPossible(written: Written, asOf: LocalDate): Reading<LocalDate> {
  const date = toLocalDate(written);
  if (date === null || isFailure(date, written)) return toRefused(failedDate);
  if (date > asOf) return toRefused(futureDate);
  return written.usual ? toRead(date) : toRead(date, toUnusual(written.instead));
}

function toUnusual(instead: DateOrder | undefined): Remark {
  const remark = { code: 'D09', severity: 'information' } as const;
  if (instead === undefined) return remark;
  const { id, en } = orderWords[instead];
  return { ...remark, detail: { id: `hanya mungkin sebagai ${id}`, en: `only possible as ${en}` } };
}

function toWritten(cleaned: string, order: DateOrder, asOf: LocalDate): Written | null {
  return toSerial(cleaned) ?? toNumericDay(cleaned, order, asOf) ?? toNamedDay(cleaned, asOf);
}

/** The remark that refuses a date that cannot be (D10). */
export function impossible(detail: Bilingual): { readonly code: 'D10'; readonly severity: 'warning'; readonly detail: Bilingual } {
  return { code: 'D10', severity: 'warning', detail };
}

const failedDate = impossible({
  id: 'tanggal tidak ada atau hasil kegagalan konversi',
  en: 'no such day, or the trace of a failed conversion',
});
const futureDate = impossible({ id: 'tanggal di masa depan', en: 'the date lies in the future' });
const ageRemark = { code: 'D11', severity: 'warning' } as const;
const orderWords: Readonly<Record<DateOrder, Bilingual>> = {
  dmy: { id: 'hari-bulan-tahun', en: 'day-month-year' },
  mdy: { id: 'bulan-hari-tahun', en: 'month-day-year' },
  ymd: { id: 'tahun-bulan-hari', en: 'year-month-day' },
};

/** The remark that refuses what is no day in the declared order (D09). */
export function toUnreadable(order: DateOrder): { readonly code: 'D09'; readonly severity: 'warning'; readonly detail: Bilingual } {
  const words = orderWords[order];
  return {
    code: 'D09',
    severity: 'warning',
    detail: { id: `seharusnya ${words.id}, tidak terbaca`, en: `expected ${words.en}, cannot be read` },
  };
}

function isFailure(date: LocalDate, { year }: CalendarDay): boolean {
  return year < earliestYear || date === '1970-01-01' || date.startsWith('1900-01-0');
}

function isAge(text: string): boolean {
  return /\d\s*(th|thn|tahun|bl|bln|bulan|hr|hari|mgg|minggu)\b/i.test(text);
}

function toSerial(text: string): Written | null {
  const match = /^([1-8]\d{4})(?:[.,]\d+)?$/.exec(text);
  if (match === null) return null;
  const date = fromDayNumber(Number(match[1]) + excelEpochDay);
  return date === null
    ? null
    : { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)), usual: false };
}

function toNumericDay(text: string, order: DateOrder, asOf: LocalDate): Written | null {
  const iso = /^(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:[T ]\d{1,2}[:.]\d{2}.*)?$/.exec(text);
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), usual: order === 'ymd' };
  const parts = /^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})(?:\s+\d{1,2}[:.]\d{2}.*)?$/.exec(text);
  // Where the year leads by declaration, a day that leads is another order, which nobody declared.
  if (parts === null || order === 'ymd') return null;
  const [first, mark, second, year] = [Number(parts[1]), parts[2], Number(parts[3]), parts[4] ?? ''];
  const usual = mark === '/' && year.length === 4;
  return { year: toYear(year, asOf), ...toDayOfMonth(first, second, { order, usual }) };
}

/** There is no month 13: such a day can be read in the other order only, and is no guess. */
function toDayOfMonth(first: number, second: number, { order, usual }: { readonly order: 'dmy' | 'mdy'; readonly usual: boolean }) {
  const declared = inOrder(first, second, order);
  if (declared.month <= 12) return { ...declared, usual };
  const instead = order === 'dmy' ? 'mdy' : 'dmy';
  return { ...inOrder(first, second, instead), usual: false, instead } as const;
}

function inOrder(first: number, second: number, order: DateOrder): Pick<CalendarDay, 'month' | 'day'> {
  return order === 'dmy' ? { day: first, month: second } : { day: second, month: first };
}

function toNamedDay(text: string, asOf: LocalDate): Written | null {
  const match = /^(\d{1,2})[\s./-]*([a-z]+)\.?[\s./,-]*(\d{4}|\d{2})$/i.exec(text);
  const month = toMonth(match?.[2] ?? '');
  return match === null || month === null ? null : { year: toYear(match[3] ?? '', asOf), month, day: Number(match[1]), usual: false };
}

/** Two digits mean the last such year that is not in the future. */
function toYear(digits: string, asOf: LocalDate): number {
  if (digits.length === 4) return Number(digits);
  const year = 2000 + Number(digits);
  return year > Number(asOf.slice(0, 4)) ? year - 100 : year;
}
