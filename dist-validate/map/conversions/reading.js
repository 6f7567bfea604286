const nothing = { remarks: [] };
/** A reading of an empty cell. */
export function toNothing() {
    return nothing;
}
/** A reading with a value, and a remark where one is due. */
export function toRead(value, ...remarks) {
    return { value, remarks };
}
/** A reading without a value, and why. */
export function toRefused(remark) {
    return { remarks: [remark] };
}
//# sourceMappingURL=reading.js.map