import { toObservation } from "../to-observation.js";
/** A day that was told, e.g. the first day of the last period; a day needs no zone. */
export function toDate(fact) {
    const { value } = fact;
    return value.kind === 'date' ? { ...toObservation(fact), valueDateTime: value.date } : undefined;
}
//# sourceMappingURL=to-date.js.map