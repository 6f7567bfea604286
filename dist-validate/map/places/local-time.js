import { isLocalDate, toCalendarDay } from "../days.js";
// Keputusan Presiden 41/1987: WIB, WITA, WIT; Indonesia keeps no summer time, so a zone is one number.
const offsetMinutes = {
    'Asia/Jakarta': 420,
    'Asia/Pontianak': 420,
    'Asia/Makassar': 480,
    'Asia/Jayapura': 540,
};
const shortNames = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' };
/** The IANA name of an Indonesian zone written as WIB, WITA, WIT or by its IANA name; `undefined` for any other zone. */
export function readZone(written) {
    const zone = shortNames[written.trim().toUpperCase()] ?? written.trim();
    return zone in offsetMinutes ? zone : undefined;
}
/** Minutes that the clocks of an Indonesian zone are ahead of UTC; a zone that no register let through is a bug. */
export function toOffsetMinutes(zone) {
    const offset = offsetMinutes[zone];
    if (offset === undefined)
        throw new RangeError(`not an Indonesian zone: ${zone}`);
    return offset;
}
/** Minutes since midnight of a clock time `HH:MM`, from 00:00 to 23:59; `undefined` for anything else. */
export function readClock(text) {
    const [, hours, minutes] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(text) ?? [];
    return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}
/** The moment that is so many minutes after 00:00 UTC of a day. */
export function toMoment(date, minutes, seconds = 0) {
    if (!isLocalDate(date))
        throw new RangeError('expected a date as YYYY-MM-DD that exists');
    const { year, month, day } = toCalendarDay(date);
    return new Date(Date.UTC(year, month - 1, day, 0, minutes, seconds));
}
/** The calendar day a moment falls on in an Indonesian zone. */
export function localDateOf(instant, zone) {
    return new Date(instant.getTime() + toOffsetMinutes(zone) * 60_000).toISOString().slice(0, 10);
}
/** A moment as SATUSEHAT takes it: UTC with an explicit offset, to the second, `YYYY-MM-DDThh:mm:ss+00:00`. */
export function toUtcText(instant) {
    return `${instant.toISOString().slice(0, 19)}+00:00`;
}
/** The last minute of a day. */
export const lastMinuteOfDay = 1439;
//# sourceMappingURL=local-time.js.map