import { isLocalDate } from "../days.js";
import { readClock } from "./local-time.js";
import { toSiteIssue } from "./site-issue.js";
const dateWords = [
    'diharapkan tanggal yang ada, TTTT-BB-HH, misalnya 2025-08-12.',
    'expected a date that exists, YYYY-MM-DD, such as 2025-08-12.',
];
const clockWords = ['diharapkan jam, JJ:MM, misalnya 08:00.', 'expected a time of day, HH:MM, such as 08:00.'];
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
        date: (column) => checked(column, isLocalDate, dateWords),
        clock: (column) => {
            required(column);
            return toClock(checked(column, (cell) => readClock(cell) !== undefined, clockWords) ?? '');
        },
        oneOf: (column, options) => {
            const find = (cell) => options.find((option) => option === cell?.toLowerCase());
            const words = options.join(', ');
            return find(checked(column, (cell) => find(cell) !== undefined, [`diharapkan salah satu dari: ${words}.`, `expected one of: ${words}.`]));
        },
        matching: (column, pattern, words) => checked(column, (cell) => pattern.test(cell), words),
    };
}
/** Leaves out what was blank, so that an absent cell is an absent key. */
export function toFilled(cells) {
    return Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== undefined));
}
/** `7:30` and `07.30` become `07:30`; blank stays blank. */
function toClock(cell) {
    const [hours = '', minutes = ''] = cell.split(/[:.]/);
    return cell === '' ? '' : `${hours.padStart(2, '0')}:${minutes}`;
}
//# sourceMappingURL=row-reader.js.map