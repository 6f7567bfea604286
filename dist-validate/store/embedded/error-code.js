/** The code of a system or database error (`ENOENT`, `57P03`), or `undefined` if what was thrown has none. */
export function errorCode(error) {
    return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
//# sourceMappingURL=error-code.js.map