/**
 * Follows the quotes of one physical line as csv-parse does with `relax_quotes`: a quote opens only at the start of a cell.
 * In a cell carried over from the line before (`inside`) a quote that is neither doubled nor at the end of the cell is a
 * fault: the quote that opened it was a stray one.
 */
export function scanQuotes(text, delimiter, inside) {
    let position = inside ? 0 : toQuotedStart(text, delimiter, 0);
    let carried = inside;
    while (position >= 0) {
        const close = toClosingQuote(text, position);
        if (close < 0)
            return 'open';
        const next = text.charAt(close + 1);
        const atCellEnd = next === '' || next === delimiter;
        if (!atCellEnd && carried)
            return 'fault';
        carried = false;
        position = toNextQuotedStart(text, delimiter, close);
    }
    return 'closed';
}
/** Index just after the quote that opens the next quoted cell, from a cell's start on; -1 when there is none. */
function toQuotedStart(text, delimiter, cellStart) {
    for (let start = cellStart; start < text.length;) {
        if (text.charAt(start) === '"')
            return start + 1;
        const next = text.indexOf(delimiter, start);
        if (next < 0)
            return -1;
        start = next + 1;
    }
    return -1;
}
function toNextQuotedStart(text, delimiter, close) {
    const next = text.indexOf(delimiter, close + 1);
    return next < 0 ? -1 : toQuotedStart(text, delimiter, next + 1);
}
function toClosingQuote(text, from) {
    let quote = text.indexOf('"', from);
    while (quote >= 0 && text.charAt(quote + 1) === '"')
        quote = text.indexOf('"', quote + 2);
    return quote;
}
//# sourceMappingURL=scan-quotes.js.map