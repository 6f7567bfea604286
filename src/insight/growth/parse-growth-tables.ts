import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import type { Issue } from '../../fhir/issue.ts';

/** Sex as Indonesian forms write it: L laki-laki (male), P perempuan (female). */
export type Sex = 'L' | 'P';

/** L, M and S of one index and sex, one triple a key; keys are whole, without gaps: days, months or millimetres. */
export interface LmsTable {
  readonly firstKey: number;
  readonly lastKey: number;
  /** l, m, s of `firstKey`, then of `firstKey + 1`, and so on. */
  readonly lms: Float64Array;
}

interface TableForm {
  readonly file: string;
  readonly key: string;
  /** What one unit of the key column is in whole keys: centimetres are kept as millimetres. */
  readonly scale: number;
}

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
} as const satisfies Readonly<Record<string, TableForm>>;

/** The name of a WHO table: 0-5 years by day and by length, 5-19 years by month. */
export type GrowthTableName = keyof typeof growthTableForms;

/** The ten tables of one sex. */
export type SexTables = Readonly<Record<GrowthTableName, LmsTable>>;

/** All WHO tables in memory: a lookup is one multiplication and no allocation. */
export type GrowthTables = Readonly<Record<Sex, SexTables>>;

type Column = 'sex' | 'key' | 'l' | 'm' | 's';
type Columns = Readonly<Record<Column, number>>;
type LmsRow = Readonly<Record<'key' | 'l' | 'm' | 's', number>>;

/** Reads the text of the ten CSV files into tables, or says which line of which file is wrong. */
export function parseGrowthTables(texts: Readonly<Record<GrowthTableName, string>>): Checked<GrowthTables> {
  const issues: Issue[] = [];
  const read = (name: GrowthTableName, sex: Sex): LmsTable => {
    const parsed = parseTable(texts[name], growthTableForms[name], sex);
    if (parsed.ok) return parsed.value;
    issues.push(...parsed.issues);
    return { firstKey: 0, lastKey: -1, lms: new Float64Array() };
  };
  const tables = { L: toSexTables((name) => read(name, 'L')), P: toSexTables((name) => read(name, 'P')) };
  return issues.length === 0 ? toPassed(tables) : toFailed(...issues);
}

function toSexTables(read: (name: GrowthTableName) => LmsTable): SexTables {
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

function parseTable(text: string, form: TableForm, sex: Sex): Checked<LmsTable> {
  const lines = text.split(/\r?\n/);
  const columns = findColumns(lines[0] ?? '', form.key);
  if (columns === null) return toFailed(toTableIssue(form.file, 1, `kolom sex, ${form.key}, l, m, s`, `columns sex, ${form.key}, l, m, s`));
  const wanted = sex === 'L' ? '1' : '2';
  const rows: LmsRow[] = [];
  for (const [at, line] of lines.entries()) {
    const cells = line.split(',');
    if (cells[columns.sex] !== wanted) continue;
    const row = readRow(cells, columns, form.scale);
    if (!isNextRow(rows, row)) {
      return toFailed(
        toTableIssue(
          form.file,
          at + 1,
          'kunci berikutnya tanpa lompatan, m dan s di atas nol',
          'the next key without a gap, m and s above zero',
        ),
      );
    }
    rows.push(row);
  }
  const [first] = rows;
  if (first === undefined) return toFailed(toTableIssue(form.file, 2, `baris untuk sex ${wanted}`, `rows of sex ${wanted}`));
  return toPassed({
    firstKey: first.key,
    lastKey: first.key + rows.length - 1,
    lms: Float64Array.from(rows.flatMap(({ l, m, s }) => [l, m, s])),
  });
}

function findColumns(header: string, key: string): Columns | null {
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

function readRow(cells: readonly string[], columns: Columns, scale: number): LmsRow {
  const numberAt = (at: number): number => Number(cells[at] ?? Number.NaN);
  return { key: Math.round(numberAt(columns.key) * scale), l: numberAt(columns.l), m: numberAt(columns.m), s: numberAt(columns.s) };
}

/** L = 0 would need the logarithm of the LMS method; WHO has no such row, and NaN fails every comparison here. */
function isNextRow(rows: readonly LmsRow[], row: LmsRow): boolean {
  const before = rows.at(-1);
  const isNext = before === undefined ? row.key >= 0 : row.key === before.key + 1;
  return isNext && Math.abs(row.l) > 0 && row.m > 0 && row.s > 0;
}

function toTableIssue(file: string, line: number, expected: string, expectedEn: string): Issue {
  return {
    severity: 'fatal',
    type: 'structure',
    code: 'tabel-pertumbuhan',
    text: `${file} baris ${String(line)}: seharusnya ${expected}. Pulihkan berkas dari paket Titian; isinya tidak boleh diubah.`,
    diagnostics: `${file} line ${String(line)}: expected ${expectedEn}. Restore the file from the Titian package; its values must not be edited.`,
  };
}
