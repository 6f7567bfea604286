import { toObservation } from "../to-observation.js";
/** A coded finding: the code that is sent, with our own word beside it as text. */
export function toCoded(fact) {
    const valueCodeableConcept = toValueConcept(fact);
    return valueCodeableConcept && { ...toObservation(fact), valueCodeableConcept };
}
/** Our code as a concept: the coding the element table gives for it, and always our word, so that nothing is lost where no code exists. */
export function toValueConcept({ value, codes }) {
    if (value.kind !== 'coded')
        return undefined;
    const coding = codes.values?.[value.code];
    return { ...(coding && { coding: [{ ...coding }] }), text: value.code };
}
//# sourceMappingURL=to-coded.js.map