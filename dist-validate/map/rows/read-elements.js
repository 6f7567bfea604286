import { toIssue } from "../catalogue/issue-catalogue.js";
import { doubtValue } from "./doubt-value.js";
/** Facts at birth belong to the person. */
const birthFacts = { 'berat-badan-lahir': 'weightG', 'panjang-badan-lahir': 'lengthMm' };
/** Turns facts into elements with values in whole smallest units, refusing what no person of the group can measure (D14). */
export function readElements(facts, programme, group) {
    const elements = [];
    const issues = [];
    const birth = {};
    let test = false;
    for (const fact of facts) {
        const definition = programme.elements.elements.get(fact.is);
        if (definition === undefined)
            continue;
        const range = toRange(definition, group);
        const { value, remarks, isTest } = toElementValue(fact, definition, range);
        test ||= isTest;
        issues.push(...remarks.map((remark) => toIssue(remark, fact.cell)));
        const at = birthFacts[fact.is];
        if (value === undefined)
            continue;
        if (at !== undefined && value.kind === 'quantity')
            birth[at] = value.int;
        else
            addElement(elements, fact, value, definition.repeats);
    }
    return { elements, birth, issues, test };
}
/** What holds for an element at these ages: the group's limits, with the element's own where the group says nothing. */
export function toRange(definition, group) {
    return { ...definition.range, ...group?.elements.get(definition.key)?.range };
}
function toElementValue(fact, definition, range) {
    const { value } = fact;
    if (value.kind === 'measure')
        return doubtValue(value.measure, definition, range);
    const plain = value.kind === 'number' ? undefined : value;
    return { value: plain, remarks: [], isTest: false };
}
/** The same code twice is one fact; another code of a repeating element takes the next ordinal. */
function addElement(elements, fact, value, repeats) {
    const same = elements.filter(({ key }) => key === fact.is);
    if (same.some((element) => isSameValue(element.value, value)) || (same.length > 0 && !repeats))
        return;
    const { is: key, cell, fields } = fact;
    elements.push({ key, ordinal: same.length + 1, value, cell, ...(fields === undefined ? {} : { fields }) });
}
/** True when two values say the same; how a number was written does not matter. */
export function isSameValue(one, other) {
    switch (one.kind) {
        case 'quantity':
            return other.kind === 'quantity' && one.int === other.int;
        case 'coded':
            return other.kind === 'coded' && one.code === other.code;
        case 'boolean':
            return other.kind === 'boolean' && one.boolean === other.boolean;
        case 'text':
            return other.kind === 'text' && one.text === other.text;
        case 'date':
            return other.kind === 'date' && one.date === other.date;
    }
}
//# sourceMappingURL=read-elements.js.map