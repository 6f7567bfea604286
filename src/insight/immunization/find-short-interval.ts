import { toDaysBetween } from '../../map/days.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { DoseInterval } from './immunization-tables.ts';
import { findInForce } from './immunization-tables.ts';
import type { TimeSpan } from './time-span.ts';
import { addSpan } from './time-span.ts';

/** A dose that was given, and when. */
export interface Dose {
  readonly code: string;
  readonly date: LocalDate;
}

/** A dose that came too soon after the one before it in its series. */
export interface ShortInterval<T extends Dose = Dose> {
  readonly after: T;
  readonly days: number;
  readonly least: TimeSpan;
}

/**
 * Finds whether a dose came sooner after the dose before it in its series than the minimum. Doses without a date enter no interval, and of a
 * dose that is recorded twice the sooner one counts: a child is not to be given again what it has had in time.
 */
export function findShortInterval<T extends Dose>(
  dose: Dose,
  given: readonly T[],
  intervals: readonly DoseInterval[],
): ShortInterval<T> | undefined {
  const interval = findInForce(
    intervals.filter(({ of }) => of === dose.code),
    dose.date,
  );
  const [after] = given.filter(({ code, date }) => code === interval?.after && date <= dose.date).sort(byDate);
  if (interval === undefined || after === undefined || dose.date >= addSpan(after.date, interval.least)) return undefined;
  return { after, days: toDaysBetween(after.date, dose.date), least: interval.least };
}

/** The sooner first. */
export function byDate(one: Dose, other: Dose): number {
  if (one.date === other.date) return 0;
  return one.date < other.date ? -1 : 1;
}
