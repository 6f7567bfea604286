/** A CodeableConcept of exactly one coding. */
export function toConcept(coding) {
    return { coding: [{ ...coding }] };
}
//# sourceMappingURL=coding.js.map