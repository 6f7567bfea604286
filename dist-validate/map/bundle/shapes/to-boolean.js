import { toObservation } from "../to-observation.js";
/** A finding that is there or not: the finding is the code, the answer a boolean. */
export function toBoolean(fact) {
    const { value } = fact;
    return value.kind === 'boolean' ? { ...toObservation(fact), valueBoolean: value.boolean } : undefined;
}
//# sourceMappingURL=to-boolean.js.map