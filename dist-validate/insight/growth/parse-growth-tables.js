import { toFailed, toPassed } from "../../fhir/checked.js";
/** The ten WHO tables, their files in programme/growth and their key columns. */
export const growthTableForms = {
    weightForAge: { file: 'wfa_0_5.csv', key: 'age_days', scale: 1 },
    lengthForAge: { file: 'lhfa_0_5.csv', key: 'age_days', scale: 1 },
    bmiForAge: { file: 'bfa_0_5.csv', key: 'age_days', scale: 1 },
    headForAge: { file: 'hcfa_0_5.csv', key: 'age_days', scale: 1 },
    armForAge: { file: 'acfa_0_5.csv', key: 'age_days', scale: 1 },
    weightForLength: { file: 'wfl.csv', key: 'length_cm', scale: 10 },
    weightForHeight: { file: 'wfh.csv', key: 'height_cm', scale: 10 },
    bmiForMonth: { file: 'bfa_5_19.csv', key: 'age_months', scale: 1 },
    heightForMonth: { file: 'hfa_5_19.csv', key: 'age_months', scale: 1 },
    weightForMonth: { file: 'wfa_5_10.csv', key: 'age_months', scale: 1 },
};
/** Reads the text of the ten CSV files into tables, or says which line of which file is wrong. */
export function parseGrowthTables(texts) {
    const issues = [];
    const read = (name, sex) => {
        const parsed = parseTable(texts[name], growthTableForms[name], sex);
        if (parsed.ok)
            return parsed.value;
        issues.push(...parsed.issues);
        return { firstKey: 0, lastKey: -1, lms: new Float64Array() };
    };
    const tables = { L: toSexTables((name) => read(name, 'L')), P: toSexTables((name) => read(name, 'P')) };
    return issues.length === 0 ? toPassed(tables) : toFailed(...issues);
}
function toSexTables(read) {
    return {
        weightForAge: read('weightForAge'),
        lengthForAge: read('lengthForAge'),
        bmiForAge: read('bmiForAge'),
        headForAge: read('headForAge'),
        armForAge: read('armForAge'),
        weightForLength: read('weightForLength'),
        weightForHeight: read('weightForHeight'),
        bmiForMonth: read('bmiForMonth'),
        heightForMonth: read('heightForMonth'),
        weightForMonth: read('weightForMonth'),
    };
}
function parseTable(text, form, sex) {
    const lines = text.split(/\r?\n/);
    const columns = findColumns(lines[0] ?? '', form.key);
    if (columns === null)
        return toFailed(toTableIssue(form.file, 1, `kolom sex, ${form.key}, l, m, s`, `columns sex, ${form.key}, l, m, s`));
    const wanted = sex === 'L' ? '1' : '2';
    const rows = [];
    for (const [at, line] of lines.entries()) {
        const cells = line.split(',');
        if (cells[columns.sex] !== wanted)
            continue;
        const row = readRow(cells, columns, form.scale);
        if (!isNextRow(rows, row)) {
            return toFailed(toTableIssue(form.file, at + 1, 'kunci berikutnya tanpa lompatan, m dan s di atas nol', 'the next key without a gap, m and s above zero'));
        }
        rows.push(row);
    }
    const [first] = rows;
    if (first === undefined)
        return toFailed(toTableIssue(form.file, 2, `baris untuk sex ${wanted}`, `rows of sex ${wanted}`));
    return toPassed({
        firstKey: first.key,
        lastKey: first.key + rows.length - 1,
        lms: Float64Array.from(rows.flatMap(({ l, m, s }) => [l, m, s])),
    });
}
function findColumns(header, key) {
    const names = header.split(',');
    const columns = {
        sex: names.indexOf('sex'),
        key: names.indexOf(key),
        l: names.indexOf('l'),
        m: names.indexOf('m'),
        s: names.indexOf('s'),
    };
    return Object.values(columns).includes(-1) ? null : columns;
}
function readRow(cells, columns, scale) {
    const numberAt = (at) => Number(cells[at] ?? Number.NaN);
    return { key: Math.round(numberAt(columns.key) * scale), l: numberAt(columns.l), m: numberAt(columns.m), s: numberAt(columns.s) };
}
/** L = 0 would need the logarithm of the LMS method; WHO has no such row, and NaN fails every comparison here. */
function isNextRow(rows, row) {
    const before = rows.at(-1);
    const isNext = before === undefined ? row.key >= 0 : row.key === before.key + 1;
    return isNext && Math.abs(row.l) > 0 && row.m > 0 && row.s > 0;
}
function toTableIssue(file, line, expected, expectedEn) {
    return {
        severity: 'fatal',
        type: 'structure',
        code: 'tabel-pertumbuhan',
        text: `${file} baris ${String(line)}: seharusnya ${expected}. Pulihkan berkas dari paket Titian; isinya tidak boleh diubah.`,
        diagnostics: `${file} line ${String(line)}: expected ${expectedEn}. Restore the file from the Titian package; its values must not be edited.`,
    };
}
//# sourceMappingURL=parse-growth-tables.js.map