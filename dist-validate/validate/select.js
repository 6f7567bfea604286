import { isObject } from "./json.js";
import { equals, matches } from "./values.js";
import { inCode, inCoding, inConcept } from "./value-sets.js";
/** True when a value answers every selector of a slice, hence belongs to it. */
export function isSelected(value, selectors, world) {
    for (const selector of selectors) {
        const found = reaches(value, selector.steps, 0, (end) => isMet(end, selector, world));
        if (found !== (selector.kind !== 'exists' || selector.present))
            return false;
    }
    return true;
}
/** Follows the steps into every list on the way; true when some value at the end passes the test. */
function reaches(value, steps, depth, test) {
    if (Array.isArray(value))
        return value.some((item) => reaches(item, steps, depth, test));
    const step = steps[depth];
    if (step === undefined)
        return value !== undefined && test(value);
    if (!isObject(value))
        return false;
    return step.keys.some((key) => {
        const next = step.url === undefined ? value[key] : toExtensions(value[key], step.url);
        return next !== undefined && reaches(next, steps, depth + 1, test);
    });
}
function toExtensions(value, url) {
    return Array.isArray(value) ? value.filter((item) => isObject(item) && item['url'] === url) : undefined;
}
function isMet(value, selector, world) {
    switch (selector.kind) {
        case 'fixed':
            return equals(value, selector.json);
        case 'pattern':
            return matches(value, selector.json);
        case 'codes':
            return isInside(world.toValueSet(selector.valueSet), value);
        case 'type':
            return isResourceOf(value, selector.codes);
        case 'profile':
            return world.follows(value, selector.urls);
        case 'exists':
            return true;
    }
}
function isResourceOf(value, codes) {
    return isObject(value) && typeof value['resourceType'] === 'string' && codes.includes(value['resourceType']);
}
function isInside(set, value) {
    if (typeof value === 'string')
        return inCode(set, value) === 1;
    return (isObject(value) && 'coding' in value ? inConcept(set, value) : inCoding(set, value)) === 1;
}
//# sourceMappingURL=select.js.map