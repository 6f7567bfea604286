import { isBlocking } from "../../fhir/issue.js";
import { toIssue } from "../catalogue/issue-catalogue.js";
import { classifyLine } from "./classify-line.js";
import { mapRecord, toStatus } from "./map-record.js";
import { matchHeader, missingColumns, toHeaderIssues, toNearestSource } from "./match-header.js";
import { readFileFacts } from "./read-file-facts.js";
/** Creates the reader of one file. `others` are the sources named in the remedy when the header is none of this source's. */
export function createRowReader(source, context, others = []) {
    const above = [];
    const issues = [];
    let header = null;
    let facts = {};
    let failed = false;
    const fail = () => {
        failed = true;
        issues.push(toHeaderFault(above, source, { others, request: context.request }));
        above.length = 0;
        return [];
    };
    const begin = (found, line) => {
        header = found;
        facts = readFileFacts(above.map(cellsOf), source, context);
        issues.push(...toHeaderIssues(found, source));
        return [...above.splice(0).map(toHeading), toSkipped(line, 'kepala', true)];
    };
    const take = (line) => {
        if (header !== null)
            return [readBelow(line, header, source, { context, facts })];
        if (failed)
            return [];
        const found = line.ok ? matchHeader(line.value.cells, source) : null;
        if (found !== null && missingColumns(found, source, context.request).length === 0)
            return begin(found, line);
        above.push(line);
        return above.length === source.headerWithin ? fail() : [];
    };
    const end = () => (header === null && !failed ? fail() : []);
    return { take, end, issues: () => issues };
}
function readBelow(line, header, source, { context, facts }) {
    if (!line.ok)
        return { ...toSkipped(line, 'tidak-terbaca', false), status: 'quarantined' };
    const kind = classifyLine(line.value.cells, header, source);
    if (kind !== 'data')
        return toSkipped(line, kind, kind === 'kepala' || kind === 'catatan');
    if (line.issues.some(isBlocking))
        return { ...toSkipped(line, 'tidak-terbaca', false), status: 'quarantined' };
    const row = mapRecord(toRecord(line.line, line.value.cells, header), source, context, facts);
    if (line.issues.length === 0)
        return row;
    const all = [...line.issues, ...row.issues];
    return { ...row, issues: all, status: row.status === 'quarantined' ? 'quarantined' : toStatus(all) };
}
function toRecord(row, cells, header) {
    const values = header.columns.flatMap((column, at) => column === undefined ? [] : [{ column, cell: header.names[at] ?? column.name, text: cells[at] ?? '' }]);
    return { row, cells, values };
}
function toHeading(line) {
    const blank = cellsOf(line).every((cell) => cell.trim() === '');
    return toSkipped(line, blank && line.ok ? 'kosong' : 'judul', !blank);
}
function toSkipped(line, reason, heading) {
    return { row: line.line, status: 'skipped', reason, heading, issues: line.issues, contentHash: '', cells: cellsOf(line) };
}
function cellsOf(line) {
    return line.ok ? line.value.cells : [];
}
/** A header that lacks a mandatory column is named with what it lacks; anything else with the source it resembles. */
function toHeaderFault(above, source, { others, request }) {
    const lines = above.map(cellsOf);
    const almost = lines.flatMap((cells, at) => {
        const header = matchHeader(cells, source);
        return header === null ? [] : [{ header, line: above[at]?.line ?? 0 }];
    })[0];
    const nearest = toNearestSource(lines, others.filter(({ name }) => name !== source.name));
    const hint = {
        id: nearest === undefined ? '' : `; kepala kolomnya seperti sumber "${nearest.name}"`,
        en: nearest === undefined ? '' : `; its columns look like source "${nearest.name}"`,
    };
    if (almost === undefined) {
        const rows = String(source.headerWithin);
        return toIssue({
            code: 'kepala-tidak-dikenal',
            severity: 'fatal',
            detail: {
                id: `dalam ${rows} baris pertama tidak ada kepala kolom sumber "${source.name}"${hint.id}`,
                en: `none of the first ${rows} lines is a header of source "${source.name}"${hint.en}`,
            },
        });
    }
    const missing = missingColumns(almost.header, source, request)
        .map((name) => `"${name}"`)
        .join(', ');
    const line = String(almost.line);
    return toIssue({
        code: 'kolom-wajib',
        severity: 'fatal',
        detail: { id: `baris ${line}: ${missing} tidak ada${hint.id}`, en: `line ${line}: ${missing} is missing${hint.en}` },
    });
}
//# sourceMappingURL=create-row-reader.js.map