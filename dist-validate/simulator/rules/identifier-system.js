import { presentAt } from "../element-path.js";
import { textAt } from "../json.js";
import { refusal } from "../refusal.js";
import { numbered } from "./rule.js";
const localSystem = /^http:\/\/sys-ids\.kemkes\.go\.id\/([^/]+)\/([^/]+)/;
const creatorSystem = 'http://sys-ids.kemkes.go.id/creator';
/** Checks that local identifiers are of the right kind and belong to the client's own organisation. */
export function identifierSystem(type, demand) {
    return (resource, context) => presentAt(resource, `${type}.identifier`).flatMap((found) => [
        ...checkIdentifier(demand, found, context.organization),
        ...(textAt(found.value, 'value') === undefined ? [withoutValue(demand.rule, `${found.expression}.value`)] : []),
    ]);
}
function checkIdentifier(demand, found, organization) {
    const system = textAt(found.value, 'system') ?? '';
    const values = demand.visitNumbers?.[system];
    if (values !== undefined)
        return checkVisitNumber(values, found);
    return system === creatorSystem ? [] : checkLocalSystem(demand, { system, expression: `${found.expression}.system` }, organization);
}
function checkLocalSystem(demand, { system, expression }, organization) {
    const [, slug = '', owner = ''] = localSystem.exec(system) ?? [];
    if (demand.slugs.includes(slug))
        return owner === organization ? [] : [foreign(demand.rule, system, expression)];
    return demand.rule === undefined ? [] : [refusal('value', numbered(`Invalid identifier system: ${system}`, demand.rule), expression)];
}
function checkVisitNumber(values, found) {
    const value = textAt(found.value, 'value');
    if (values.length === 0 || value === undefined || values.includes(value))
        return [];
    return [refusal('value', 'Identifier value not found', `${found.expression}.value`)];
}
function withoutValue(rule, expression) {
    const text = `Element not found: ${expression}`;
    return refusal('value', rule === undefined ? text : numbered(text, rule), expression);
}
function foreign(rule, system, expression) {
    if (rule === undefined)
        return refusal('forbidden', 'resource cannot be accessed due to business rule', expression);
    return refusal('value', numbered(`Wrong organization ID provided by system URL: ${system}`, rule), expression);
}
//# sourceMappingURL=identifier-system.js.map