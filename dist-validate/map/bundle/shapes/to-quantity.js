import { toDecimal } from "../../../fhir/decimal.js";
import { systems } from "../../../fhir/systems.js";
import { toObservation } from "../to-observation.js";
/** A measurement: the integer in the smallest unit becomes the exact decimal of the element's UCUM unit. */
export function toQuantity(fact) {
    const { value, unit } = fact;
    if (value.kind !== 'quantity' || unit === undefined)
        return undefined;
    const valueQuantity = { value: toDecimal(value.int, unit.perUnit), unit: unit.display, system: systems.ucum, code: unit.ucum };
    return { ...toObservation(fact), valueQuantity };
}
//# sourceMappingURL=to-quantity.js.map