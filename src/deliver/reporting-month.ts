/**
 * Visits of the month whose report closes next: from its first to its last moment, from some days before the deadline on; undefined while no
 * deadline is near. The day of the month by which the month before has to be complete is the district's own to set: nothing is published.
 * Months are taken in UTC: the hours beside make a visit of the night a day more or less urgent, and nothing else.
 */
export function closingMonth(now: Date, deadlineDay: number): { readonly from: Date; readonly until: Date } | undefined {
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  if (day <= deadlineDay) return { from: new Date(Date.UTC(year, month - 1, 1)), until: new Date(Date.UTC(year, month, 1)) };
  const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  if (days - day >= daysBeforeEnd) return undefined;
  return { from: new Date(Date.UTC(year, month, 1)), until: new Date(Date.UTC(year, month + 1, 1)) };
}

/** In the last days of a month its own visits hurry, so that few are left for the days of grace. */
const daysBeforeEnd = 5;
