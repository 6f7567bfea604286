const unknown = { 'status-bb': null, 'kenaikan-bb': null, kbm: null };
/**
 * Judges a monthly weighing as the KMS does: N at a gain of KBM or more since the previous month, T below it.
 * Compared is the last weighing of an earlier calendar month. Without one there is no status, unless the whole history is known (B).
 * Where no KBM is known for the age the gain is given and the status left open.
 */
export function toWeightStatus(input, rules) {
    const { weighing } = input;
    if (!isWeighed(weighing) || toDay(input.birthDate) === null)
        return unknown;
    const previous = findPrevious(input);
    if (previous === null)
        return input.historyComplete === true ? { ...unknown, 'status-bb': 'B' } : unknown;
    if (isTooOld(previous.date, weighing.date, rules))
        return { ...unknown, 'status-bb': 'O' };
    const gainG = weighing.weightG - previous.weightG;
    const kbm = findKbm(rules, input.sex, toCompletedMonths(input.birthDate, weighing.date));
    if (kbm === null)
        return { ...unknown, 'kenaikan-bb': gainG };
    return { 'status-bb': gainG >= kbm ? 'N' : 'T', 'kenaikan-bb': gainG, kbm };
}
/** Counts the completed calendar months between two local dates (YYYY-MM-DD); NaN when one of them is no date. */
export function toCompletedMonths(from, to) {
    return toMonthNumber(to) - toMonthNumber(from) - (Number(to.slice(8, 10)) < Number(from.slice(8, 10)) ? 1 : 0);
}
function findPrevious(input) {
    const month = toMonthNumber(input.weighing.date);
    let previous = null;
    for (const each of input.earlier) {
        if (isWeighed(each) && toMonthNumber(each.date) < month && (previous === null || each.date > previous.date))
            previous = each;
    }
    return previous;
}
function isTooOld(previous, date, rules) {
    if (rules.previous.rule === 'bulan-kalender')
        return toMonthNumber(date) - toMonthNumber(previous) > 1;
    return (toDay(date) ?? Number.NaN) - (toDay(previous) ?? Number.NaN) > rules.previous.days;
}
function findKbm(rules, sex, months) {
    return rules.kbm.rows.find((row) => months >= row.months.from && months <= row.months.to)?.[sex] ?? null;
}
function isWeighed(weighing) {
    return weighing.weightG > 0 && weighing.weightG < Infinity && toDay(weighing.date) !== null;
}
function toMonthNumber(date) {
    return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}
/** Days since 1970, or null when the text is no calendar date. */
function toDay(date) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date))
        return null;
    const ms = Date.parse(`${date}T00:00:00Z`);
    return Number.isNaN(ms) ? null : ms / 86_400_000;
}
//# sourceMappingURL=to-weight-status.js.map