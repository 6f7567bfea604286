import type { Issue } from '../../fhir/issue.ts';
import { isLocalDate } from '../days.ts';
import { readClock } from './local-time.ts';
import type { RegisterRow } from './read-register.ts';
import { toSiteIssue } from './site-issue.ts';

/** A remedy in both languages. */
export type Words = readonly [id: string, en: string];

/** Reads the cells of one row of a register and remembers what was wrong with them. */
export interface RowReader {
  /** The cell, or `undefined` where it is blank. */
  text(column: string): string | undefined;
  required(column: string): string;
  date(column: string): string | undefined;
  clock(column: string): string;
  oneOf<T extends string>(column: string, options: readonly T[]): T | undefined;
  matching(column: string, pattern: RegExp, words: Words): string | undefined;
  fault(column: string, words: Words): void;
  readonly issues: readonly Issue[];
}

const dateWords = [
  'diharapkan tanggal yang ada, TTTT-BB-HH, misalnya 2025-08-12.',
  'expected a date that exists, YYYY-MM-DD, such as 2025-08-12.',
] as const;
const clockWords = ['diharapkan jam, JJ:MM, misalnya 08:00.', 'expected a time of day, HH:MM, such as 08:00.'] as const;

/** Opens one row of `file` for reading. */
export function createRowReader(row: RegisterRow, file: string): RowReader {
  const issues: Issue[] = [];
  const fault = (column: string, [id, en]: Words): void => {
    issues.push(toSiteIssue({ file, line: row.line, column }, id, en));
  };
  const text = (column: string): string | undefined => (row.cell(column) === '' ? undefined : row.cell(column));
  const required = (column: string): string => {
    if (text(column) === undefined) fault(column, ['harus diisi.', 'must not be empty.']);
    return row.cell(column);
  };
  const checked = (column: string, accepts: (cell: string) => boolean, words: Words): string | undefined => {
    const cell = text(column);
    if (cell === undefined || accepts(cell)) return cell;
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
      const find = (cell: string | undefined) => options.find((option) => option === cell?.toLowerCase());
      const words = options.join(', ');
      return find(
        checked(column, (cell) => find(cell) !== undefined, [`diharapkan salah satu dari: ${words}.`, `expected one of: ${words}.`]),
      );
    },
    matching: (column, pattern, words) => checked(column, (cell) => pattern.test(cell), words),
  };
}

/** Leaves out what was blank, so that an absent cell is an absent key. */
export function toFilled<T extends object>(cells: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** `7:30` and `07.30` become `07:30`; blank stays blank. */
function toClock(cell: string): string {
  const [hours = '', minutes = ''] = cell.split(/[:.]/);
  return cell === '' ? '' : `${hours.padStart(2, '0')}:${minutes}`;
}
