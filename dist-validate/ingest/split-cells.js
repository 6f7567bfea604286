import { parse } from 'csv-parse/sync';
/** Cuts one record into cells; Excel's `="0812"`, the way to keep digits as text, is read as the text it means. */
export function splitCells(record, delimiter) {
    if (record.text.trim() === '' && !record.text.includes(delimiter))
        return [];
    if (record.unbalanced)
        return splitUnbalanced(record.text, delimiter);
    return record.text.includes('"') ? splitQuoted(record.text, delimiter) : record.text.split(delimiter);
}
/** Where the quotes do not match, every delimiter counts, and a lone quote at the start of a cell is dropped. */
function splitUnbalanced(text, delimiter) {
    return text.split(delimiter).map((cell) => cell.replace(/^"(?=[^"]*$)/, ''));
}
function splitQuoted(text, delimiter) {
    const records = parse(text, {
        delimiter,
        record_delimiter: '\n',
        relax_quotes: true,
        relax_column_count: true,
        max_record_size: 0,
    });
    return (records[0] ?? []).map((cell) => /^="([^"]*)"$/.exec(cell)?.[1] ?? cell);
}
//# sourceMappingURL=split-cells.js.map