/** Reads one property of an unknown value; undefined where there is none. */
export function field(value, key) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? value[key] : undefined;
}
/** Reads a list of unknown values; empty where there is none. */
export function list(value) {
    return Array.isArray(value) ? value : [];
}
/** Reads a text; empty where there is none. */
export function text(value) {
    return typeof value === 'string' ? value : '';
}
/** Resources of one type in a searchset; entries that are consent notices are no results (Postman collections 12 and 19). */
export function resourcesOf(body, type) {
    return list(field(body, 'entry'))
        .map((entry) => field(entry, 'resource'))
        .filter((resource) => field(resource, 'resourceType') === type);
}
//# sourceMappingURL=answer.js.map