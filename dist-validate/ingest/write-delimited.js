/** The byte order mark by which Excel knows UTF-8. */
export const byteOrderMark = '\uFEFF';
/** Writes one row as a line of CSV with CRLF (RFC 4180); text that a spreadsheet would run as a formula is made harmless. */
export function toDelimitedLine(cells, options) {
    return `${cells.map((cell) => toCell(cell, options)).join(options.delimiter)}\r\n`;
}
/** Writes rows one by one as CSV lines, beginning with a byte order mark. */
export async function* writeDelimited(rows, options) {
    let mark = byteOrderMark;
    for await (const cells of rows) {
        yield mark + toDelimitedLine(cells, options);
        mark = '';
    }
}
function toCell(cell, options) {
    const safe = options.digits === 'excel' && isFragileDigits(cell) ? `="${cell}"` : guardFormula(cell);
    return needsQuotes(safe, options.delimiter) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
/** Excel keeps 15 digits of a number and drops leading zeros: a NIK (16), KK (16), BPJS (13) or phone number would be destroyed. */
function isFragileDigits(cell) {
    return /^(\d{12,}|0\d+)$/.test(cell);
}
/** Numbers such as -2,16 and marks such as `-`, `--` or `++` are data, not formulas (OWASP, CSV injection). */
function guardFormula(cell) {
    if (!/^[=+\-@\t\r]/.test(cell))
        return cell;
    return /^[-+]?\d+([.,]\d+)*$/.test(cell) || /^[-+]+$/.test(cell) ? cell : `'${cell}`;
}
function needsQuotes(cell, delimiter) {
    return cell.includes(delimiter) || /["\r\n]/.test(cell) || cell !== cell.trim();
}
//# sourceMappingURL=write-delimited.js.map