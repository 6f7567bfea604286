import { toIssue } from "../catalogue/issue-catalogue.js";
import { toComparable } from "../conversions/clean-text.js";
import { toNearestWord } from "../nearest-word.js";
// A title may hold a word that is also a column; a header holds several, and most of its cells are columns we know.
const leastKnown = 3;
const leastShare = 0.5;
/** Matches a line to the columns of a source, wherever they stand and in whatever order; null when it is no header. */
export function matchHeader(cells, source) {
    const seen = new Set();
    const columns = cells.map((cell) => {
        const column = findColumn(cell, source);
        if (column === undefined || seen.has(column))
            return undefined;
        seen.add(column);
        return column;
    });
    const named = cells.filter((cell) => cell.trim() !== '').length;
    if (seen.size < Math.min(leastKnown, source.columns.length) || seen.size < named * leastShare)
        return null;
    return { columns, names: cells, known: seen.size };
}
/** The columns that a source cannot do without and the header lacks; a date column where nothing else gives the day. */
export function missingColumns(header, source, { date, month }) {
    const lacks = (column) => !header.columns.includes(column);
    const required = source.columns.filter((column) => column.required && lacks(column));
    const dates = source.columns.filter(({ targets, required: named }) => targets.includes('visit.date') && !named);
    const dateless = date === undefined && month === undefined && dates.length > 0 && dates.every(lacks);
    return [...required, ...(dateless ? dates : [])].map(({ name }) => name);
}
/** Remarks on a header: columns nobody declared, and columns that stand there twice. The rows go on without them. */
export function toHeaderIssues(header, source) {
    return header.names.flatMap((name, at) => {
        if (header.columns[at] !== undefined || name.trim() === '')
            return [];
        if (findColumn(name, source) !== undefined)
            return [toIssue({ code: 'kolom-ganda', severity: 'warning' }, name)];
        const nearest = toNearestWord(name, source.byHeader.keys());
        const meant = nearest === undefined ? undefined : source.byHeader.get(nearest)?.name;
        const hint = meant === undefined ? { id: '', en: '' } : { id: `, mungkin maksudnya "${meant}"`, en: `, perhaps "${meant}" was meant` };
        const detail = { id: `"${name}"${hint.id}`, en: `"${name}"${hint.en}` };
        return [toIssue({ code: 'kolom-tidak-dikenal', severity: 'warning', detail }, name)];
    });
}
/** The source whose columns a line resembles most, for the remedy of a file that was sent to the wrong one. */
export function toNearestSource(lines, sources) {
    let best;
    for (const source of sources) {
        for (const cells of lines) {
            const named = cells.filter((cell) => cell.trim() !== '');
            const share = named.length < leastKnown ? 0 : named.filter((cell) => findColumn(cell, source) !== undefined).length / named.length;
            if (share > 0.5 && share > (best?.share ?? 0))
                best = { source, share };
        }
    }
    return best?.source;
}
function findColumn(cell, source) {
    const whole = source.byHeader.get(toComparable(cell));
    if (whole !== undefined || !/[([]/.test(cell))
        return whole;
    // A unit behind the name: `BB (kg)`.
    return source.byHeader.get(toComparable(cell.replace(/\s*[([][^)\]]*[)\]]\s*$/, '')));
}
//# sourceMappingURL=match-header.js.map