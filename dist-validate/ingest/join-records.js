import { scanQuotes } from "./scan-quotes.js";
/**
 * A cell with more line breaks than this is taken for a stray quote: no address or note of a register is that long, and
 * one stray quote must not swallow the rows below it.
 */
const maxLinesOfOneRecord = 32;
/** Holds the lines of an unfinished quoted cell; lets go of them one by one when the quote proves to be a stray one. */
export function createRecordJoiner(delimiter, maxBytes) {
    let pending = [];
    const takePending = () => {
        const taken = pending;
        pending = [];
        return taken;
    };
    function* giveUp() {
        const [first, ...rest] = takePending();
        if (first === undefined)
            return;
        yield { ...first, lastLine: first.line, unbalanced: true };
        for (const line of rest)
            yield* push(line);
    }
    function* push(line) {
        const inside = pending.length > 0;
        const state = toState(line, delimiter, inside);
        if (!inside && state !== 'open') {
            yield { ...line, lastLine: line.line, unbalanced: false };
            return;
        }
        pending.push(line);
        if (state === 'fault' || isBeyond(pending, maxBytes))
            yield* giveUp();
        else if (state === 'closed')
            yield toJoined(takePending());
    }
    return {
        push,
        *end() {
            while (pending.length > 0)
                yield* giveUp();
        },
    };
}
function toState(line, delimiter, inside) {
    if (line.fault !== undefined)
        return 'fault';
    return inside || line.text.includes('"') ? scanQuotes(line.text, delimiter, inside) : 'closed';
}
function isBeyond(lines, maxBytes) {
    return lines.length > maxLinesOfOneRecord || lines.reduce((size, line) => size + line.text.length, 0) > maxBytes;
}
function toJoined(lines) {
    const line = lines[0]?.line ?? 0;
    return { line, lastLine: line + lines.length - 1, unbalanced: false, text: lines.map((part) => part.text).join('\n') };
}
//# sourceMappingURL=join-records.js.map