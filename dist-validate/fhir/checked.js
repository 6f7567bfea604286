/** Holds a value that passed, with any remarks. */
export function toPassed(value, issues = []) {
    return { ok: true, value, issues };
}
/** Holds what prevented a value. */
export function toFailed(...issues) {
    return { ok: false, issues };
}
//# sourceMappingURL=checked.js.map