import { toCounts, toIssueLine, toPersonLine, toRowLine, toVisitLine } from "../map/convert/to-lines.js";
/** Prints a conversion: JSON lines for programs, or a table in Indonesian for people. */
export function printConversion(file, conversion, issues, showing) {
    const lines = showing.json ? toJsonLines(file, conversion, issues, showing) : toTableLines(file, conversion, issues);
    for (const line of lines)
        showing.out.write(`${line}\n`);
}
function* toJsonLines(file, conversion, issues, { elements, bundleOf }) {
    if (issues.length > 0)
        yield JSON.stringify({ file, issues: issues.map(toIssueLine) });
    for (const row of conversion.rows)
        yield JSON.stringify(toRowLine(row));
    for (const person of conversion.persons)
        yield JSON.stringify(toPersonLine(person, elements));
    for (const visit of conversion.visits)
        yield JSON.stringify(toVisitLine(visit, elements, bundleOf?.(visit)));
    yield JSON.stringify({ counts: toCounts(conversion) });
}
const statusWords = { accepted: 'diterima', warning: 'diterima, dengan catatan', quarantined: 'ditahan', skipped: 'dilewati' };
/** For the screen of whoever sent the file: no names, no NIK. */
function* toTableLines(file, conversion, issues) {
    yield file;
    for (const issue of issues)
        yield `  ! ${issue.text}`;
    for (const { row } of conversion.rows) {
        const reason = row.reason === undefined ? '' : ` (${row.reason})`;
        yield `${String(row.row).padStart(6)}  ${statusWords[row.status]}${reason}`;
        for (const issue of row.issues) {
            if (issue.severity !== 'information')
                yield `        ${issue.code}${issue.cell === undefined ? '' : ` [${issue.cell}]`}: ${issue.text}`;
        }
    }
    const { accepted, warning, quarantined, skipped, headings } = toCounts(conversion);
    const owed = conversion.visits.filter(({ sending }) => sending === 'kirim').length;
    yield `Diterima ${String(accepted)}, dengan catatan ${String(warning)}, ditahan ${String(quarantined)}, dilewati ${String(skipped)}, judul dan kepala ${String(headings)}.`;
    yield `Orang ${String(conversion.persons.length)}, kunjungan ${String(conversion.visits.length)}, siap dikirim ${String(owed)}. Tidak ada yang disimpan atau dikirim.`;
}
//# sourceMappingURL=print-conversion.js.map