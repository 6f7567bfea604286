import { isBlocking } from "../../fhir/issue.js";
import { dropReferences } from "./drop-references.js";
/** Root elements without which an ILP resource says nothing: whose it is, and in which visit. All other references are optional. */
const MANDATORY = ['subject', 'patient', 'encounter', 'context'];
/**
 * Holds back exactly the faulty resources and those that must refer to them; optional references to them are dropped, the rest stays as it is.
 * `faults` are the validator's issues by fullUrl; warnings hold nothing back.
 */
export function holdBack(bundle, faults) {
    const entries = bundle.entry ?? [];
    const held = findHeld(entries, faults);
    if (held.size === 0)
        return { bundle, held: [], dropped: [] };
    const dropped = [];
    const kept = entries.filter(({ fullUrl }) => !held.has(fullUrl ?? '')).map((entry) => dropFrom(entry, held, dropped));
    return { bundle: { ...bundle, entry: kept }, held: [...held.values()], dropped };
}
function findHeld(entries, faults) {
    const held = new Map();
    for (const { fullUrl = '' } of entries) {
        const issues = (faults.get(fullUrl) ?? []).filter(isBlocking);
        if (issues.length > 0)
            held.set(fullUrl, { fullUrl, issues });
    }
    while (holdDependants(entries, held))
        ;
    return held;
}
/** One round: true when somebody was added, so that those who depend on them are looked for again. */
function holdDependants(entries, held) {
    const before = held.size;
    for (const entry of entries) {
        const { fullUrl = '' } = entry;
        const because = held.has(fullUrl) ? undefined : listMandatory(entry).find((target) => held.has(target));
        if (because !== undefined)
            held.set(fullUrl, { fullUrl, issues: [], because });
    }
    return held.size > before;
}
function listMandatory({ resource }) {
    if (resource === undefined)
        return [];
    const named = new Map(Object.entries(resource));
    return MANDATORY.map((name) => toTarget(named.get(name))).filter((target) => target !== '');
}
function toTarget(reference) {
    if (typeof reference !== 'object' || reference === null || !('reference' in reference))
        return '';
    return typeof reference.reference === 'string' ? reference.reference : '';
}
function dropFrom(entry, held, dropped) {
    const { resource, fullUrl = '' } = entry;
    if (resource === undefined)
        return entry;
    const { resource: rest, expressions } = dropReferences(resource, (target) => held.has(target));
    dropped.push(...expressions.map((expression) => ({ fullUrl, expression })));
    return expressions.length === 0 ? entry : { ...entry, resource: rest };
}
//# sourceMappingURL=hold-back.js.map