import { toObservation } from "../to-observation.js";
/** A finding in the recorder's own words. */
export function toText(fact) {
    const { value } = fact;
    return value.kind === 'text' ? { ...toObservation(fact), valueString: value.text } : undefined;
}
//# sourceMappingURL=to-text.js.map