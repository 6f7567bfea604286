import type { LocalDate } from './visit.ts';

/** A calendar day taken apart. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Writes a calendar day as a local date, or gives null where the calendar has no such day (31 February, 29 February 2023). */
export function toLocalDate({ year, month, day }: CalendarDay): LocalDate | null {
  if (month < 1 || month > 12 || day < 1 || year < 0 || year > 9999) return null;
  if (day > daysOfMonth(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Takes a local date apart. The text must be one that `toLocalDate` gave. */
export function toCalendarDay(date: LocalDate): CalendarDay {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** True when the text is an existing day written YYYY-MM-DD. */
export function isLocalDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && toLocalDate(toCalendarDay(text)) === text;
}

/** Counts days from 1970-01-01; no clock and no zone take part. */
export function toDayNumber(date: LocalDate): number {
  const { year, month, day } = toCalendarDay(date);
  // Days from civil: years begin in March, so that the leap day is the last of its year.
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

/** Gives the local date that lies so many days after 1970-01-01, or null outside the years 0 to 9999. */
export function fromDayNumber(days: number): LocalDate | null {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return toLocalDate({ year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day });
}

/** The local date so many days after another, or before it where the number is negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(toDayNumber(date) + days) ?? date;
}

/** Days from one local date to another; negative when the second comes first. */
export function toDaysBetween(from: LocalDate, to: LocalDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Completed calendar months from one local date to another, as a birthday counts them. */
export function toMonthsBetween(from: LocalDate, to: LocalDate): number {
  const start = toCalendarDay(from);
  const end = toCalendarDay(to);
  return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day ? 1 : 0);
}

/** How many days a month has. */
export function daysOfMonth(year: number, month: number): number {
  const leap = month === 2 && (year % 4 === 0 ? year % 100 !== 0 || year % 400 === 0 : false);
  return (monthDays[month - 1] ?? 0) + (leap ? 1 : 0);
}

/** The day so many calendar months later; the last of the month where it has no such day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = toCalendarDay(date);
  const count = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return toLocalDate({ year: toYear, month: toMonth, day: Math.min(day, daysOfMonth(toYear, toMonth)) }) ?? date;
}
