/** True for the types whose JSON is a bare string, number or boolean. */
export function isPrimitiveCode(code) {
    return code.charAt(0) >= 'a' && code.charAt(0) <= 'z';
}
/** The JSON key of a choice element for one of its types: `value` and `dateTime` make `valueDateTime`. */
export function toChoiceKey(stem, code) {
    return stem + code.charAt(0).toUpperCase() + code.slice(1);
}
/** A canonical without its `|version`. */
export function toBareCanonical(canonical) {
    const bar = canonical.indexOf('|');
    return bar < 0 ? canonical : canonical.slice(0, bar);
}
//# sourceMappingURL=ir.js.map