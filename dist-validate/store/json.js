/**
 * Writes a value as JSON that PostgreSQL takes: a NUL or half a surrogate pair, which no jsonb can hold, becomes U+FFFD.
 * For clear columns only; sealed values keep every character.
 */
export function toJsonText(value) {
    return JSON.stringify(value, (_key, part) => (typeof part === 'string' ? toStorable(part) : part));
}
/** A text without the characters that PostgreSQL cannot hold. */
export function toStorable(text) {
    return text.replace(/[\0\p{Surrogate}]/gu, '\uFFFD');
}
//# sourceMappingURL=json.js.map