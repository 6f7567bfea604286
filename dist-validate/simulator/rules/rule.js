import { elementsAt, presentAt } from "../element-path.js";
import { isJsonObject, printed, textAt } from "../json.js";
import { refusal } from "../refusal.js";
/** Writes a rule number the way SATUSEHAT's dictionary does. */
export function numbered(text, rule) {
    return `${text} (RuleNumber: ${String(rule)})`;
}
/** Demands an element; an empty text is refused with words of its own. */
export function mandatory(rule, path) {
    return (resource) => elementsAt(resource, path).flatMap((found) => missing(rule, found));
}
/** Demands a reference that resolves to one of the target types. */
export function mandatoryReference(rule, path, targets) {
    return (resource, context) => elementsAt(resource, path).flatMap((found) => unreachable({ rule, targets, context }, found));
}
/** Checks a reference only where there is one; without rule number where the dictionary has none. */
export function optionalReference(rule, path, targets) {
    return (resource, context) => presentAt(resource, path).flatMap((found) => unreachable({ rule, targets, context }, found));
}
/** Accepts only the listed coding systems in a CodeableConcept, Coding or Quantity. */
export function codingSystem(rule, path, systems) {
    return (resource) => presentAt(resource, path)
        .flatMap(systemsWithin)
        .filter(({ value }) => typeof value === 'string' && !systems.includes(value))
        .map(({ value, expression }) => refusal('value', numbered(`Invalid coding system: ${printed(value)}`, rule), expression));
}
/** Demands what the FHIR store itself demands; its words differ from those of the rules. */
export function storeDemands(field) {
    return (resource) => {
        if (resource[field] !== undefined)
            return [];
        const type = textAt(resource, 'resourceType') ?? 'resource';
        const expression = type.charAt(0).toLowerCase() + type.slice(1);
        return [{ ...refusal('structure', 'unparseable_resource', expression), diagnostics: `missing required field "${field}"` }];
    };
}
function missing(rule, { value, expression }) {
    if (value === '')
        return [refusal('value', numbered("Text is empty: ''", rule), expression)];
    return value === undefined || value === null ? [refusal('value', numbered(`Element not found: ${expression}`, rule), expression)] : [];
}
function unreachable(demand, { value, expression }) {
    const reference = textAt(value, 'reference') ?? '';
    const reach = demand.context.reach(reference, demand.targets);
    if (reach === 'known')
        return [];
    if (reach === 'foreign')
        return [refusal('forbidden', 'resource cannot be accessed due to business rule', expression)];
    const text = `Reference is mandatory : ${expression}`;
    return [refusal('value', demand.rule === undefined ? text : numbered(text, demand.rule), expression)];
}
function systemsWithin(found) {
    if (!isJsonObject(found.value))
        return [];
    const coding = found.value['coding'];
    if (!Array.isArray(coding))
        return [{ expression: `${found.expression}.system`, value: found.value['system'] }];
    return coding.map((item, index) => ({
        expression: `${found.expression}.coding[${String(index)}].system`,
        value: textAt(item, 'system'),
    }));
}
//# sourceMappingURL=rule.js.map