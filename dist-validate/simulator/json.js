/** Answers whether a value from outside is a JSON object, and not a list or null. */
export function isJsonObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Reads JSON text; the text must be whole, otherwise a SyntaxError is thrown. */
export function parseJson(text) {
    return JSON.parse(text);
}
/** Follows keys from object to object and returns what stands there, or undefined as soon as a step is missing. */
export function valueAt(value, ...keys) {
    let here = value;
    for (const key of keys)
        here = isJsonObject(here) ? here[key] : undefined;
    return here;
}
/** Like `valueAt`, but only a text that is not empty counts. */
export function textAt(value, ...keys) {
    const found = valueAt(value, ...keys);
    return typeof found === 'string' && found !== '' ? found : undefined;
}
/** A value as SATUSEHAT prints it inside a message. */
export function printed(value) {
    return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
/** The items of a list; a single value counts as a list of one and nothing as an empty list. */
export function itemsOf(value) {
    if (value === undefined || value === null)
        return [];
    return Array.isArray(value) ? value : [value];
}
//# sourceMappingURL=json.js.map