const carriageReturn = 0x0d;
/** Holds the unfinished line between chunks; a line beyond `maxLineBytes` is told at once and dropped while it passes. */
export function createLineSplitter(terminator, maxLineBytes) {
    let line = 1;
    let parts = [];
    let size = 0;
    const isTooLong = () => size > maxLineBytes;
    function* keep(part) {
        const known = isTooLong();
        size += part.length;
        if (!isTooLong())
            return void parts.push(part);
        parts = [];
        if (!known)
            yield { line, bytes: undefined };
    }
    function* finish() {
        if (!isTooLong())
            yield { line, bytes: withoutReturn(parts) };
        line += 1;
        parts = [];
        size = 0;
    }
    return {
        *push(chunk) {
            const buffer = toBuffer(chunk);
            let start = 0;
            for (let end = buffer.indexOf(terminator); end >= 0; end = buffer.indexOf(terminator, start)) {
                yield* keep(buffer.subarray(start, end));
                yield* finish();
                start = end + 1;
            }
            yield* keep(buffer.subarray(start));
        },
        *end() {
            if (size > 0)
                yield* finish();
        },
    };
}
function toBuffer(bytes) {
    return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
function withoutReturn(parts) {
    const [only] = parts;
    const bytes = parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
    return bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes;
}
//# sourceMappingURL=split-lines.js.map