import { addDays, addMonths } from '../../map/days.ts';
import type { LocalDate } from '../../map/visit.ts';

/** An age or a time as the tables write it; exactly one of them is given. */
export interface TimeSpan {
  readonly hours?: number;
  readonly days?: number;
  readonly weeks?: number;
  readonly months?: number;
  readonly years?: number;
}

/**
 * The day on which a time after another day is over. Months are those of the calendar, and end on the last day of a month that has no such
 * day; hours, of which no date tells, are taken for the whole days in which they end.
 */
export function addSpan(date: LocalDate, { hours = 0, days = 0, weeks = 0, months = 0, years = 0 }: TimeSpan): LocalDate {
  return addDays(addMonths(date, months + years * 12), days + weeks * 7 + Math.ceil(hours / 24));
}

const words = { hours: 'jam', days: 'hari', weeks: 'minggu', months: 'bulan', years: 'tahun' } as const;

/** A time in words, in both languages: `28 hari`, `28 days`. */
export function toSpanWords(span: TimeSpan): { readonly id: string; readonly en: string } {
  const unit = (['hours', 'days', 'weeks', 'months', 'years'] as const).find((each) => span[each] !== undefined) ?? 'days';
  const count = String(span[unit] ?? 0);
  return { id: `${count} ${words[unit]}`, en: `${count} ${unit}` };
}
