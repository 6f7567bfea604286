import { isLocalDate, readClock } from "./local-time.js";
import { toSiteIssue } from "./site-issue.js";
/** Opens one row of `file` for reading. */
export function createRowReader(row, file) {
    const issues = [];
    const fault = (column, [id, en]) => {
        issues.push(toSiteIssue({ file, line: row.line, column }, id, en));
    };
    const text = (column) => (row.cell(column) === '' ? undefined : row.cell(column));
    const required = (column) => {
        if (text(column) === undefined)
            fault(column, ['harus diisi.', 'must not be empty.']);
        return row.cell(column);
    };
    const checked = (column, accepts, words) => {
        const cell = text(column);
        if (cell === undefined || accepts(cell))
            return cell;
        fault(column, words);
        return undefined;
    };
    return {
        issues,
        fault,
        text,
        required,
        date: (column) => checked(column, isLocalDate, [
            'diharapkan tanggal yang ada, TTTT-BB-HH, misalnya 2025-08-12.',
            'expected a date that exists, YYYY-MM-DD, such as 2025-08-12.',
        ]),
        clock: (column) => {
            const cell = required(column);
            const minutes = readClock(cell);
            if (cell !== '' && minutes === undefined)
                fault(column, ['diharapkan jam, JJ:MM, misalnya 08:00.', 'expected a time of day, HH:MM, such as 08:00.']);
            return minutes === undefined ? '' : toClock(minutes);
        },
        oneOf: (column, options) => {
            const cell = text(column);
            const found = options.find((option) => option === cell?.toLowerCase());
            if (cell !== undefined && found === undefined)
                fault(column, [`diharapkan salah satu dari: ${options.join(', ')}.`, `expected one of: ${options.join(', ')}.`]);
            return found;
        },
        matching: (column, pattern, words) => checked(column, (cell) => pattern.test(cell), words),
    };
}
function toClock(minutes) {
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
//# sourceMappingURL=row-reader.js.map