import { findCode } from "./code-list.js";
import { readDate } from "./read-date.js";
import { readMonth } from "./read-month.js";
import { readDecimal, readNumber } from "./read-number.js";
import { toRead, toRefused } from "./reading.js";
/** The closed list of conversions a column may name. A new one is a small pure function and a line here. */
export const conversions = new Map([
    ['text', () => (text) => toRead({ kind: 'text', text })],
    ['digits', () => (text) => toRead({ kind: 'text', text: text.replace(/\D/g, '') })],
    ['date', ({ dates }) => toDateReader(dates)],
    ['date-dmy', () => toDateReader('dmy')],
    ['date-mdy', () => toDateReader('mdy')],
    ['date-ymd', () => toDateReader('ymd')],
    ['month', () => readMonthCell],
    ['decimal', (column) => toNumberReader(column, column.decimal)],
    ['decimal-comma', (column) => toNumberReader(column, ',')],
    ['decimal-point', (column) => toNumberReader(column, '.')],
    ['code', toCodeReader],
    ['yes-no', toYesNoReader],
]);
/** The conversion a target takes where its column names none. */
export function defaultConversion(is, element, hasCodes) {
    if (is === 'person.birthDate' || is === 'visit.date')
        return 'date';
    if (is === 'visit.month')
        return 'month';
    if (is === 'person.sex' || (is.startsWith('reported.') && hasCodes))
        return 'code';
    if (is === 'person.kk')
        return 'digits';
    if (is.startsWith('reported.zs-') || is === 'person.birthOrder')
        return 'decimal';
    if (element === undefined)
        return 'text';
    return shapeConversions[element.shape] ?? 'code';
}
const shapeConversions = {
    quantity: 'decimal',
    'lab-result': 'decimal',
    boolean: 'yes-no',
    text: 'text',
    date: 'date',
};
function toDateReader(order) {
    return (text, day) => {
        const { value, remarks } = readDate(text, order, day);
        return value === undefined ? { remarks } : { value: { kind: 'date', date: value }, remarks };
    };
}
function readMonthCell(text) {
    const month = readMonth(text);
    return month === null ? toRefused({ code: 'D09', severity: 'warning' }) : toRead({ kind: 'text', text });
}
function toNumberReader({ unit }, mark) {
    if (unit === undefined) {
        return (text) => {
            const number = readDecimal(text, mark);
            return number === null ? toRefused({ code: 'D12', severity: 'warning' }) : toRead({ kind: 'number', number });
        };
    }
    return (text) => {
        const { value, remarks } = readNumber(text, unit, mark);
        return value === undefined ? { remarks } : { value: { kind: 'measure', measure: value }, remarks };
    };
}
const codeIssues = { 'person.sex': 'D17', 'riwayat-imunisasi': 'D19', imunisasi: 'D19' };
function toCodeReader({ is, list }) {
    const issue = codeIssues[is];
    return (text) => {
        const code = list === undefined ? undefined : findCode(list, text);
        if (code === undefined)
            return toRefused({ code: issue ?? 'kode-tidak-dikenal', severity: 'warning' });
        const value = { kind: 'coded', code };
        return issue === undefined || code === text ? toRead(value) : toRead(value, { code: issue, severity: 'information' });
    };
}
function toYesNoReader({ list }) {
    return (text) => {
        const code = list === undefined ? undefined : findCode(list, text);
        return code === undefined ? toRefused({ code: 'D18', severity: 'warning' }) : toRead({ kind: 'boolean', boolean: code === 'ya' });
    };
}
//# sourceMappingURL=conversions.js.map