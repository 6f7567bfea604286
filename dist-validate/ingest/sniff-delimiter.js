import { toFailed, toPassed } from "../fhir/checked.js";
import { delimiters, toDelimiterName } from "./delimited-format.js";
import { toFileIssue } from "./file-issue.js";
import { createRecordJoiner } from "./join-records.js";
import { splitCells } from "./split-cells.js";
const sampleLines = 200;
/** Finds the delimiter that cuts most rows into the same number of columns; one that is declared must cut at all. */
export function sniffDelimiter(lines, declared) {
    const sample = lines.filter((line) => line.trim() !== '').slice(0, sampleLines);
    const announced = delimiters.find((delimiter) => sample[0]?.trim().toLowerCase() === `sep=${delimiter}`.trim());
    const candidates = delimiters.map((delimiter) => toCandidate(sample, delimiter));
    const best = candidates.reduce((winner, candidate) => (candidate.score > winner.score ? candidate : winner));
    const wanted = declared ?? announced;
    const chosen = wanted === undefined ? best : (candidates.find((candidate) => candidate.delimiter === wanted) ?? best);
    if (chosen.score > 0)
        return toPassed(chosen);
    return toFailed(best.score > 0 ? toWrongDelimiter(chosen.delimiter, best) : notATable);
}
function toCandidate(sample, delimiter) {
    const widths = toWidths(sample, delimiter);
    const [usualColumns, rows] = toMode(widths);
    // A title above the header is narrower; the first row of at least the usual width is the header.
    const columns = widths.find((width) => width >= usualColumns) ?? usualColumns;
    return { delimiter, columns, usualColumns, score: rows * rows * (usualColumns - 1) };
}
function toWidths(sample, delimiter) {
    const joiner = createRecordJoiner(delimiter, Number.MAX_SAFE_INTEGER);
    const records = sample.flatMap((text, index) => [...joiner.push({ line: index + 1, text })]);
    return [...records, ...joiner.end()].map((record) => splitCells(record, delimiter).length);
}
function toMode(widths) {
    const rows = new Map();
    for (const width of widths)
        if (width > 1)
            rows.set(width, (rows.get(width) ?? 0) + 1);
    return [...rows].reduce((winner, entry) => (entry[0] * entry[1] > winner[0] * winner[1] ? entry : winner), [1, 0]);
}
function toWrongDelimiter(declared, found) {
    const [asked, is] = [toDelimiterName(declared), toDelimiterName(found.delimiter)];
    return toFileIssue({
        code: 'pemisah-salah',
        severity: 'fatal',
        text: `Baris 1: pemisah kolom dinyatakan ${asked.id}, tetapi tidak satu baris pun terpisah olehnya; isi berkas dipisah ${is.id}. Nyatakan ${is.id}, atau hapus pernyataannya.`,
        diagnostics: `Line 1: the delimiter is declared as ${asked.en}, but it separates no row; the file is separated by ${is.en}. Declare ${is.en}, or leave it out.`,
    });
}
const notATable = toFileIssue({
    code: 'bukan-csv',
    severity: 'fatal',
    text: 'Baris 1: tidak ditemukan pemisah kolom (koma, titik koma, tab, atau garis tegak). Ekspor datanya sebagai CSV dari aplikasi asal, lalu kirim lagi.',
    diagnostics: 'Line 1: no column delimiter was found (comma, semicolon, tab or vertical bar). Export the data as CSV from the original program and resend.',
});
//# sourceMappingURL=sniff-delimiter.js.map