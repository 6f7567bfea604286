import { CsvError, parse } from 'csv-parse/sync';
import { toFailed, toPassed } from "../../fhir/checked.js";
import { toSiteIssue } from "./site-issue.js";
/** Reads a register as strict CSV, comma or semicolon, header in line 1; lines that begin with # are remarks. */
export function readRegister(text, shape) {
    const raw = readRecords(text.replace(/^\uFEFF/, ''), shape.file);
    if (!raw.ok)
        return raw;
    const [head, ...body] = raw.value;
    const header = (head?.record ?? []).map((name) => name.trim().toLowerCase());
    const issues = toHeaderIssues(header, head?.info.lines ?? 1, shape);
    if (issues.length > 0)
        return toFailed(...issues);
    const ragged = body.filter((row) => row.record.length !== header.length).map((row) => toRaggedIssue(row, header.length, shape.file));
    if (ragged.length > 0)
        return toFailed(...ragged);
    return toPassed(body.filter((row) => row.record.some((cell) => cell !== '')).map((row) => toRow(row, header)));
}
function readRecords(text, file) {
    const header = text.split('\n', 1)[0] ?? '';
    const delimiter = header.includes(';') ? ';' : ',';
    try {
        const records = parse(text, {
            delimiter,
            info: true,
            comment: '#',
            comment_no_infix: true,
            trim: true,
            relax_column_count: true,
            skip_empty_lines: true,
        });
        return toPassed(records);
    }
    catch (error) {
        if (!(error instanceof CsvError))
            throw error;
        const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
        return toFailed(toSiteIssue({ file, line }, 'tanda kutip tidak berpasangan; perbaiki tanda kutipnya.', 'quotes do not match; mend them.'));
    }
}
function toHeaderIssues(header, line, shape) {
    const { file, columns, required } = shape;
    const missing = required.filter((column) => !header.includes(column));
    const unknown = header.filter((column) => !columns.includes(column));
    const twice = header.filter((column, index) => header.indexOf(column) < index);
    return [
        ...missing.map((column) => toSiteIssue({ file, line, column }, 'kolom ini tidak ada; tambahkan ke baris judul.', 'this column is missing; add it to the header.')),
        ...unknown.map((column) => toSiteIssue({ file, line, column }, `kolom ini tidak dikenal; kolom yang ada: ${columns.join(', ')}.`, `this column is unknown; the columns are ${columns.join(', ')}.`)),
        ...twice.map((column) => toSiteIssue({ file, line, column }, 'kolom ini tertulis dua kali; hapus salah satu.', 'this column stands twice; remove one.')),
    ];
}
function toRaggedIssue(row, width, file) {
    const came = row.record.length;
    return toSiteIssue({ file, line: row.info.lines }, `diharapkan ${width} kolom, ada ${came}; periksa pemisah dan tanda kutip.`, `expected ${width} columns, got ${came}; look at delimiters and quotes.`);
}
function toRow(row, header) {
    return { line: row.info.lines, cell: (column) => row.record[header.indexOf(column)] ?? '' };
}
//# sourceMappingURL=read-register.js.map