import { daysOfMonth } from "../days.js";
import { lastMinuteOfDay, readClock, toMoment, toOffsetMinutes } from "./local-time.js";
/**
 * Gives a date-only visit the hours of its place, shifted together where need be so that start and end both fall on the
 * visit's own day in UTC: 08:00 in Jayapura is 23:00 UTC of the day before, and the platform would count another month.
 */
export function toVisitHours(place, date) {
    const offset = toOffsetMinutes(place.zone);
    const start = (readClock(place.openFrom) ?? 0) - offset;
    const end = (readClock(place.openTo) ?? lastMinuteOfDay) - offset;
    const shift = Math.max(0, -start);
    return { startUtc: toMoment(date, start + shift), endUtc: toMoment(date, Math.min(end + shift, lastMinuteOfDay)), estimated: true };
}
/** The posyandu day of a month `YYYY-MM`, the last day where the month is shorter; `undefined` where the place has no fixed day. */
export function toPosyanduDate(place, month) {
    const [year, number] = month.split('-').map(Number);
    if (place.posyanduDay === undefined || year === undefined || number === undefined)
        return undefined;
    const day = Math.min(place.posyanduDay, daysOfMonth(year, number));
    return `${month}-${String(day).padStart(2, '0')}`;
}
//# sourceMappingURL=to-visit-hours.js.map