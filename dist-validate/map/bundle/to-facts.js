import { chooseCodes } from "./choose-codes.js";
import { toBoolean } from "./shapes/to-boolean.js";
import { toCoded } from "./shapes/to-coded.js";
import { toDate } from "./shapes/to-date.js";
import { toProcedure } from "./shapes/to-procedure.js";
import { toQuantity } from "./shapes/to-quantity.js";
import { toText } from "./shapes/to-text.js";
/** Shapes without an entry are not spoken yet; their elements stay local and are listed. */
const SHAPES = {
    quantity: toQuantity,
    coded: toCoded,
    boolean: toBoolean,
    text: toText,
    date: toDate,
    procedure: toProcedure,
};
/** Turns each element into its resource by the element table, ordered by key and ordinal so that the order of parts does not matter. */
export function toFacts(input, context) {
    const resources = [];
    const local = [];
    for (const element of [...input.visit.elements].sort(compareElements)) {
        const made = toFact(element, input, context);
        if (typeof made === 'string')
            local.push({ key: element.key, ordinal: element.ordinal, reason: made });
        else
            resources.push(made);
    }
    return { resources, local };
}
function toFact(element, input, visit) {
    const definition = input.elements.elements.get(element.key);
    if (definition === undefined)
        return 'elemen-tidak-dikenal';
    const codes = chooseCodes(definition, element, input.visit);
    if (codes === undefined)
        return 'tanpa-kode';
    const make = toMaker(definition, codes.resource);
    if (make === undefined)
        return 'bentuk-belum-ada';
    const { value } = element;
    const id = input.idOf(element.key, element.ordinal);
    return make({ id, value, codes, visit, ...(definition.unit && { unit: definition.unit }) }) ?? 'nilai-tidak-cocok';
}
/** What is coded as a Procedure was done, whatever shape its value has on the form. */
function toMaker(definition, resource) {
    return resource === 'Procedure' ? toProcedure : SHAPES[definition.shape];
}
function compareElements(a, b) {
    if (a.key === b.key)
        return a.ordinal - b.ordinal;
    return a.key < b.key ? -1 : 1;
}
//# sourceMappingURL=to-facts.js.map