const months: readonly (readonly string[])[] = [
  ['januari', 'jan', 'january'],
  ['februari', 'pebruari', 'feb', 'peb', 'february'],
  ['maret', 'mar', 'mrt', 'march'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['agustus', 'agt', 'agu', 'ags', 'agst', 'aug', 'august'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'oct', 'october'],
  ['november', 'nov', 'nop', 'nopember'],
  ['desember', 'des', 'dec', 'december'],
];
const monthByName = new Map(months.flatMap((names, at) => names.map((name) => [name, at + 1] as const)));

/** A month and its year as a pattern, the longest names first: `Agustus 2025`, `Nop. 2024`, `08-2025`, `2025-08`. */
export const monthPattern = `(?:${months
  .flat()
  .toSorted((one, other) => other.length - one.length)
  .join('|')})\\.?[\\s/-]*\\d{4}|\\d{1,2}[\\s/._-]\\d{4}|\\d{4}[\\s/._-]\\d{1,2}`;

/** Every name of a month, of all months. */
export const allMonthNames: readonly string[] = months.flat();

/** The names of a month, from 1: `Januari`, `Jan`. */
export function toMonthNames(month: number): readonly string[] {
  return months[month - 1] ?? [];
}

/** A calendar month, as a title or a file name gives it. */
export interface CalendarMonth {
  readonly year: number;
  readonly month: number;
}

/** Gives the number of a month named in Indonesian or English, whole or short (Agt, Mei, Nop), or null. */
export function toMonth(name: string): number | null {
  return monthByName.get(name.toLowerCase()) ?? null;
}

/** Reads a month and year such as `Agustus 2025`, `08-2025` or `2025-08`, or gives null. */
export function readMonth(text: string): CalendarMonth | null {
  const named = /^\s*([a-z]+)\.?[\s/-]*(\d{4})\b/i.exec(text);
  const byName = toMonth(named?.[1] ?? '');
  if (named !== null && byName !== null) return { year: Number(named[2]), month: byName };
  const yearFirst = /^\s*(\d{4})[\s/._-]?(\d{1,2})\s*$/.exec(text);
  if (yearFirst !== null) return toCalendarMonth(yearFirst[1], yearFirst[2]);
  const yearLast = /^\s*(\d{1,2})[\s/._-](\d{4})\s*$/.exec(text);
  return yearLast === null ? null : toCalendarMonth(yearLast[2], yearLast[1]);
}

function toCalendarMonth(year: string | undefined, month: string | undefined): CalendarMonth | null {
  const found = { year: Number(year), month: Number(month) };
  return found.month >= 1 && found.month <= 12 ? found : null;
}
