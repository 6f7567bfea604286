import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import type { Issue } from '../../fhir/issue.ts';
import type { Sex } from './parse-growth-tables.ts';
import type { GrowthInput, Position } from './to-growth-scores.ts';

/** One child of a growth file: the case number of the file and the measures. */
export interface GrowthCase {
  readonly caseId: string;
  readonly input: GrowthInput;
}

/** The columns of a growth file, named as in WHO's anthro package; those without a value in any row may be left out. */
export const growthCaseColumns = {
  required: ['case_id', 'sex'],
  optional: ['age_days', 'age_months', 'weight_kg', 'lenhei_cm', 'measure', 'headc_cm', 'armc_cm', 'oedema'],
} as const;

type Row = Readonly<Record<string, string | undefined>>;
type Column = (typeof growthCaseColumns.required)[number] | (typeof growthCaseColumns.optional)[number];

const daysOfMonth = 30.4375;
const sexes: ReadonlyMap<string, Sex> = new Map([
  ['1', 'L'],
  ['2', 'P'],
  ['l', 'L'],
  ['p', 'P'],
  ['m', 'L'],
  ['f', 'P'],
]);
const positions: ReadonlyMap<string, Position | undefined> = new Map([
  ['', undefined],
  ['l', 'telentang'],
  ['h', 'berdiri'],
]);
const oedemas: ReadonlyMap<string, boolean | undefined> = new Map([
  ['', undefined],
  ['n', false],
  ['y', true],
]);

/** Reads one row of a growth file into a case, or says which cells cannot be read. Numbers have a decimal point or comma. */
export function readGrowthCase(row: Row): Checked<GrowthCase> {
  const issues: Issue[] = [];
  const choose = <T>(column: Column, words: ReadonlyMap<string, T>): T | undefined => {
    const word = cellOf(row, column).toLowerCase();
    if (!words.has(word)) issues.push(toCellIssue(column, [...words.keys()].filter((each) => each !== '').join(' / ')));
    return words.get(word);
  };
  const read = (column: Column, scale: number): number | undefined => {
    const text = cellOf(row, column);
    if (text === '') return undefined;
    if (!/^[+-]?(\d+[.,]?\d*|[.,]\d+)(e[+-]?\d+)?$/i.test(text)) issues.push(toCellIssue(column, '12.3'));
    return Number(text.replace(',', '.')) * scale;
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
    : toPassed({ caseId: (row['case_id'] ?? '').trim(), input: { sex, ...input } });
}

/** R writes a missing value as NA. */
function cellOf(row: Row, column: Column): string {
  const text = (row[column] ?? '').trim();
  return text === 'NA' ? '' : text;
}

function toCellIssue(column: Column, expected: string): Issue {
  return {
    severity: 'error',
    type: 'value',
    code: 'sel-pertumbuhan',
    text: `${column}: seharusnya ${expected}, isinya lain. Perbaiki sel ini.`,
    diagnostics: `${column}: expected ${expected}, but the cell holds something else. Correct this cell.`,
    cell: column,
  };
}
