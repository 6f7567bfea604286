import { cleanText, toComparable } from "../conversions/clean-text.js";
import { matchHeader } from "./match-header.js";
/** Tells data from blank lines, notes, total rows and headers that were repeated on every page (D23). */
export function classifyLine(cells, header, source) {
    const filled = cells.flatMap((cell, at) => (cleanText(cell) === '' ? [] : [{ cell, column: header.columns[at] }]));
    if (isTotal(filled, source))
        return 'jumlah';
    if (filled.every(({ column }) => !isTelling(column))) {
        // Forms often have their running numbers printed already; words without a person are a signature or a note.
        return filled.some(({ cell }) => /\p{L}{2}/u.test(cell)) ? 'catatan' : 'kosong';
    }
    return isRepeatedHeader(cells, header, source) ? 'kepala' : 'data';
}
/** True for columns that speak of a person, a day or a measurement; parents and addresses alone make no row. */
function isTelling(column) {
    return column?.targets.some((target) => tellingTargets.has(target) || !target.includes('.')) === true;
}
const tellingTargets = new Set(['person.nik', 'person.name', 'person.birthDate', 'person.localId', 'visit.date', 'visit.number']);
/** A total row begins with its word, and has no birth date of a person. */
function isTotal(filled, source) {
    const word = toComparable(filled[0]?.cell ?? '');
    if (!source.totals.some((total) => word === total || word.startsWith(`${total} `)))
        return false;
    return !filled.some(({ column }) => column?.targets.includes('person.birthDate') === true);
}
function isRepeatedHeader(cells, header, source) {
    const again = matchHeader(cells, source);
    return again !== null && again.known * 2 > header.known;
}
//# sourceMappingURL=classify-line.js.map