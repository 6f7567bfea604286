import { presentAt } from "../element-path.js";
import { printed } from "../json.js";
import { refusal } from "../refusal.js";
import { numbered } from "./rule.js";
const documentedFormat = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?\+00:00$/;
const earliest = Date.UTC(2014, 5, 3);
/**
 * Demands a past UTC instant not older than 3 June 2014 wherever the element is given.
 * Staging has been seen to take `+07:00` and `Z` too; here only the documented format passes, so that nobody comes to rely on more.
 */
export function dateTime(rule, path) {
    return (resource, context) => presentAt(resource, path).flatMap((found) => checkInstant(rule, found, context.now));
}
/** Reads an instant in the documented format and returns its milliseconds, or undefined for anything else (30 February too). */
export function readInstant(value) {
    if (typeof value !== 'string' || !documentedFormat.test(value))
        return undefined;
    const time = Date.parse(value);
    if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value.slice(0, 10))
        return undefined;
    return time;
}
function checkInstant(rule, { value, expression }, now) {
    const time = readInstant(value);
    if (time === undefined) {
        const text = `${numbered(`Invalid date time format : ${printed(value)}`, rule)}. Format allowed : YYYY-MM-DDThh:mm:ss+00:00`;
        return [refusal('format', text, expression)];
    }
    if (time <= now.getTime() && time >= earliest)
        return [];
    const text = `${numbered(`Invalid date time value : ${printed(value)}`, rule)} Not Allowed : Future Date or Past Date older than 3rd June 2014`;
    return [refusal('value', text, expression)];
}
//# sourceMappingURL=date-time.js.map