import type { LocalDate } from '../map/visit.ts';

/** The day on the wall where the command runs. */
export function toLocalToday(now: Date): LocalDate {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${String(now.getFullYear())}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
