import { scanQuotes } from "./scan-quotes.js";
/**
 * A cell with more line breaks than this is taken for a stray quote: no address or note of a register is that long, and
 * one stray quote must not swallow the rows below it.
 */
const maxLinesOfOneRecord = 32;
/** Holds the lines of an unfinished quoted cell; lets go of them one by one when the quote proves to be a stray one. */
export function createRecordJoiner(delimiter, maxBytes) {
    let pending = [];
    let size = 0;
    function* giveUp() {
        const [first, ...rest] = pending;
        pending = [];
        size = 0;
        if (first === undefined)
            return;
        yield { ...first, lastLine: first.line, unbalanced: true };
        for (const line of rest)
            yield* push(line);
    }
    function* begin(line) {
        if (line.text.includes('"') && scanQuotes(line.text, delimiter, false) === 'open')
            hold(line);
        else
            yield { ...line, lastLine: line.line, unbalanced: false };
    }
    function hold(line) {
        pending.push(line);
        size += line.text.length;
    }
    function* push(line) {
        if (pending.length === 0)
            return yield* begin(line);
        const state = line.fault !== undefined ? 'fault' : scanQuotes(line.text, delimiter, true);
        hold(line);
        if (state === 'fault' || pending.length > maxLinesOfOneRecord || size > maxBytes)
            return yield* giveUp();
        if (state === 'open')
            return;
        yield toJoined(pending);
        pending = [];
        size = 0;
    }
    return {
        push,
        *end() {
            while (pending.length > 0)
                yield* giveUp();
        },
    };
}
function toJoined(lines) {
    const line = lines[0]?.line ?? 0;
    return { line, lastLine: line + lines.length - 1, unbalanced: false, text: lines.map((part) => part.text).join('\n') };
}
//# sourceMappingURL=join-records.js.map