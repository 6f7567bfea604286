import { daysOfMonth, toCalendarDay, toLocalDate } from '../../map/days.ts';
import type { LocalDate } from '../../map/visit.ts';

/** The day so many calendar months later; the last of the month where it has no such day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = toCalendarDay(date);
  const count = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return toLocalDate({ year: toYear, month: toMonth, day: Math.min(day, daysOfMonth(toYear, toMonth)) }) ?? date;
}
