import { cleanText } from "./clean-text.js";
import { toNothing, toRead, toRefused } from "./reading.js";
/** How many smallest units each written unit makes; a unit outside this list is not read. */
export const unitWords = {
    g: { kg: 1000, kilo: 1000, kilogram: 1000, g: 1, gr: 1, gram: 1 },
    mm: { m: 1000, meter: 1000, cm: 10, centimeter: 10, mm: 1 },
    'mm[Hg]': { mmhg: 1 },
    '0.1 g/dL': { 'g/dl': 10, 'g/l': 1 },
    'mg/dL': { 'mg/dl': 1 },
    '{capsule}': { kapsul: 1, kaps: 1 },
    wk: { minggu: 1, mgg: 1 },
    '1': {},
};
// Kilograms for grams and metres for centimetres, and the other way round: nothing else is tried.
const otherScales = {
    g: { 1000: [1], 1: [1000] },
    mm: { 10: [1000], 1000: [10] },
};
const unreadable = {
    code: 'D12',
    severity: 'warning',
    detail: { id: 'seharusnya satu angka, tidak terbaca', en: 'expected one number, cannot be read' },
};
/** Reads a measurement into whole smallest units: comma or point, thousands, and a unit in the cell (D12). */
export function readNumber(text, unit, mark) {
    const written = cleanText(text);
    if (written === '')
        return toNothing();
    const match = /^([+-]?[\d.,\s]*\d[.,]?)\s*([a-z/[\]]*)\.?$/i.exec(written.replace(/^'/, ''));
    const perUnit = toPerUnit(match?.[2] ?? '', unit);
    const digits = (match?.[1] ?? '').replace(/\s+/g, '').replace(/[.,]$/, '');
    const numbers = toNumbers(digits, mark);
    const [first, ...rest] = numbers;
    if (match === null || perUnit === null || first === undefined)
        return toRefused(unreadable);
    const unitStated = match[2] !== '';
    const decimals = rest.map((each) => ({ int: toInt(each, perUnit), code: 'D12' }));
    // A unit that the cell names is not doubted.
    const scales = unitStated ? [] : (otherScales[unit.smallest]?.[perUnit] ?? []);
    const scaled = numbers.flatMap((each) => scales.map((scale) => ({ int: toInt(each, scale), code: 'D13' })));
    const value = { int: toInt(first, perUnit), written, others: [...decimals, ...scaled] };
    const usual = !unitStated && !digits.includes(mark === ',' ? '.' : ',');
    return usual ? toRead(value) : toRead(value, { code: 'D12', severity: 'information' });
}
/** Reads a plain decimal, such as a z-score a sender computed, or gives null. */
export function readDecimal(text, mark) {
    const digits = cleanText(text).replace(/\s+/g, '');
    return /^[+-]?[\d.,]*\d$/.test(digits) ? (toNumbers(digits, mark)[0] ?? null) : null;
}
function toPerUnit(word, unit) {
    if (word === '')
        return unit.perUnit;
    return unitWords[unit.smallest]?.[word.toLowerCase()] ?? null;
}
// Through text, so that 84.2 is 842 mm whatever binary fractions make of it.
function toInt(value, perUnit) {
    return Math.round(Number((value * perUnit).toFixed(6)));
}
/** All numbers the digits can mean, the likeliest first; none when they are no number. */
function toNumbers(digits, mark) {
    const other = mark === ',' ? '.' : ',';
    const marks = digits.replace(/[^.,]/g, '');
    if (marks.length === 0)
        return toKnown(digits);
    if (marks.length === 1 && marks === mark)
        return toKnown(digits.replace(mark, '.'));
    if (marks.length === 1) {
        const decimal = toKnown(digits.replace(other, '.'));
        // `1.250` where the comma is the decimal mark: a thousand and a quarter thousand, or one and a quarter (D12).
        return /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(digits) ? [...toKnown(digits.replace(other, '')), ...decimal] : decimal;
    }
    const last = marks.at(-1) === '.' ? '.' : ',';
    const grouped = last === '.' ? /^[+-]?\d{1,3}(,\d{3})+\.\d+$/ : /^[+-]?\d{1,3}(\.\d{3})+,\d+$/;
    return grouped.test(digits) ? toKnown(digits.replaceAll(last === '.' ? ',' : '.', '').replace(last, '.')) : [];
}
function toKnown(digits) {
    const value = digits === '' ? Number.NaN : Number(digits);
    return Number.isFinite(value) ? [value] : [];
}
//# sourceMappingURL=read-number.js.map