import { toFailed, toPassed } from "../../fhir/checked.js";
/** The columns of a growth file, named as in WHO's anthro package; those without a value in any row may be left out. */
export const growthCaseColumns = {
    required: ['case_id', 'sex'],
    optional: ['age_days', 'age_months', 'weight_kg', 'lenhei_cm', 'measure', 'headc_cm', 'armc_cm', 'oedema'],
};
const daysOfMonth = 30.4375;
const sexes = new Map([
    ['1', 'L'],
    ['2', 'P'],
    ['l', 'L'],
    ['p', 'P'],
]);
const positions = new Map([
    ['', undefined],
    ['l', 'telentang'],
    ['h', 'berdiri'],
]);
const oedemas = new Map([
    ['', undefined],
    ['n', false],
    ['y', true],
]);
/** Reads one row of a growth file into a case, or says which cells cannot be read. Numbers have a decimal point. */
export function readGrowthCase(row) {
    const issues = [];
    const choose = (column, words) => {
        const word = cellOf(row, column).toLowerCase();
        if (!words.has(word))
            issues.push(toCellIssue(column, [...words.keys()].filter((each) => each !== '').join(' / ')));
        return words.get(word);
    };
    const read = (column, scale) => {
        const text = cellOf(row, column);
        if (text === '')
            return undefined;
        if (!/^[+-]?\d+(\.\d+)?$/.test(text))
            issues.push(toCellIssue(column, '12.3'));
        return Number(text) * scale;
    };
    const sex = choose('sex', sexes);
    const input = {
        ageDays: read('age_days', 1) ?? read('age_months', daysOfMonth),
        weightG: read('weight_kg', 1000),
        lengthMm: read('lenhei_cm', 10),
        position: choose('measure', positions),
        headMm: read('headc_cm', 10),
        armMm: read('armc_cm', 10),
        oedema: choose('oedema', oedemas),
    };
    return sex === undefined || issues.length > 0
        ? toFailed(...issues)
        : toPassed({ caseId: cellOf(row, 'case_id'), input: { sex, ...input } });
}
function cellOf(row, column) {
    return (row[column] ?? '').trim();
}
function toCellIssue(column, expected) {
    return {
        severity: 'error',
        type: 'value',
        code: 'sel-pertumbuhan',
        text: `${column}: seharusnya ${expected}, isinya lain. Perbaiki sel ini.`,
        diagnostics: `${column}: expected ${expected}, but the cell holds something else. Correct this cell.`,
        cell: column,
    };
}
//# sourceMappingURL=read-growth-case.js.map