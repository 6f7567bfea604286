import { toDaysBetween } from '../../map/days.ts';

/** Doses of one series in their order, and the least number of days from one to the next. */
export interface DoseInterval {
  readonly doses: readonly string[];
  readonly minimumDays: number;
}

/** A dose that was given, and when. */
export interface Dose {
  readonly code: string;
  readonly date: string;
}

/** A dose that came too soon after the one before it in its series. */
export interface ShortInterval {
  readonly after: Dose;
  readonly days: number;
  readonly minimumDays: number;
}

/**
 * Finds whether a dose came sooner after the dose before it in its series than the minimum. Doses without a date enter no interval, and of a dose
 * that is recorded twice the later one counts, as the child got both.
 */
export function findShortInterval(dose: Dose, given: readonly Dose[], intervals: readonly DoseInterval[]): ShortInterval | undefined {
  for (const { doses, minimumDays } of intervals) {
    const before = doses[doses.indexOf(dose.code) - 1];
    const last = given.filter(({ code, date }) => code === before && date <= dose.date).toSorted((a, b) => (a.date < b.date ? 1 : -1))[0];
    if (last === undefined) continue;
    const days = toDaysBetween(last.date, dose.date);
    if (days < minimumDays) return { after: last, days, minimumDays };
  }
  return undefined;
}
