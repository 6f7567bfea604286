import { toFailed, toPassed } from "../fhir/checked.js";
import { toNulIssue, toShortIssue, toSpanIssue, toTooManyColumnsIssue, toUnbalancedIssue, toWideIssue } from "./line-issues.js";
import { splitCells } from "./split-cells.js";
/** Cuts one record into cells and compares its width with the table's; `inTable` is false above the first full row. */
export function checkLine(record, format, maxColumns, inTable) {
    const { line, fault } = record;
    if (fault !== undefined)
        return { line, ...toFailed(fault) };
    if (record.text.includes('\0'))
        return { line, ...toFailed(toNulIssue(line)) };
    const cells = splitCells(record, format.delimiter);
    if (cells.length > maxColumns)
        return { line, ...toFailed(toTooManyColumnsIssue(line, cells.length, maxColumns)) };
    return { line, ...toPassed({ line, cells }, toLineIssues(record, cells, format, inTable)) };
}
function toLineIssues(record, cells, format, inTable) {
    const { line, lastLine } = record;
    if (record.unbalanced)
        return [toUnbalancedIssue(line, cells.length === format.columns)];
    const span = lastLine > line ? [toSpanIssue(line, lastLine)] : [];
    return inTable ? [...span, ...toWidthIssues(line, cells, format)] : span;
}
function toWidthIssues(line, cells, format) {
    const { columns, usualColumns } = format;
    if (cells.length === 0 || cells.length === columns)
        return [];
    if (cells.length < columns)
        return [toShortIssue(line, cells.length, columns, usualColumns < columns)];
    return cells.slice(columns).every((cell) => cell.trim() === '') ? [] : [toWideIssue(line, cells.length, columns)];
}
//# sourceMappingURL=check-line.js.map