/** True for a JSON object: not null, not an array. */
export function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The value as a list of objects; anything else in it is dropped. */
export function toObjects(value) {
    return Array.isArray(value) ? value.filter(isObject) : [];
}
/** The value as a list of strings; anything else in it is dropped. */
export function toStrings(value) {
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
/** The value when it is a string, else the empty string. */
export function toText(value) {
    return typeof value === 'string' ? value : '';
}
//# sourceMappingURL=json.js.map