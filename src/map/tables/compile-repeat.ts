import type { Issue } from '../../fhir/issue.ts';
import { toComparable } from '../conversions/clean-text.ts';
import { allMonthNames, toMonth, toMonthNames } from '../conversions/read-month.ts';
import { toGiven } from '../given.ts';
import type { Column, Repeat } from '../source.ts';
import type { ColumnSetting } from './column-setting.ts';
import { compileColumn } from './compile-column.ts';
import { toUnknownWord } from './read-table.ts';
import type { SourceTable } from './source-schema.ts';

type WrittenRepeat = NonNullable<SourceTable['value']['repeat']>;

/** The repetitions of a source, and every column that stands in them. */
export interface CompiledRepeat {
  readonly repeat: Repeat;
  readonly columns: readonly Column[];
}

/** Compiles `repeat`: each of its columns stands there once for each word of `of`, before or behind it, or below it in merged cells. */
export function compileRepeat(source: SourceTable, setting: Omit<ColumnSetting, 'fault'>, issues: Issue[]): CompiledRepeat | undefined {
  const { repeat } = source.value;
  if (repeat === undefined) return undefined;
  const compile = (name: string, path: readonly string[], written: WrittenRepeat['columns'][string]): readonly Column[] => {
    const fault: ColumnSetting['fault'] = ([, ...below], message) => source.fault(['repeat', ...path, ...below], message);
    const compiled = compileColumn(name, written, { ...setting, fault });
    issues.push(...compiled.issues);
    return compiled.ok ? [compiled.value] : [];
  };
  const [as] = repeat.as === undefined ? [] : compile(repeat.as, ['as'], { is: repeat.as });
  const own = Object.entries(repeat.columns).flatMap(([name, written]) => compile(name, ['columns', name], written));
  issues.push(...checkRepeat(repeat, own, source));
  const isMonth = repeat.as === 'visit.month';
  if (isMonth) issues.push(...checkMonths(repeat, source));
  const single = Object.keys(repeat.columns).length === 1;
  const columns = repeat.of.flatMap((word, block) => own.map((column) => toBlockColumn(column, { word, block, isMonth, single })));
  return { repeat: { of: toRepetitions(repeat.of, isMonth), ...toGiven({ as }) }, columns };
}

function checkRepeat({ as, of, columns }: WrittenRepeat, own: readonly Column[], { fault }: SourceTable): readonly Issue[] {
  const issues: Issue[] = [];
  if (Object.keys(columns).length === 0) {
    issues.push(fault(['repeat', 'columns'], { id: 'harus ada paling sedikit satu kolom', en: 'there has to be a column at least' }));
  }
  const words = of.map(toComparable);
  const twice = of.find((_, at) => words.indexOf(words[at] ?? '') < at);
  if (twice !== undefined) issues.push(fault(['repeat', 'of'], { id: `"${twice}" ada dua kali`, en: `"${twice}" stands there twice` }));
  const datesItself = own.some(({ targets }) => targets.includes('visit.date') || targets.includes('visit.month'));
  if (as === undefined && own.length > 0 && !datesItself) {
    issues.push(
      fault(['repeat'], {
        id: 'tiap ulangan memerlukan harinya: "as: visit.month", atau kolom visit.date di dalam "columns"',
        en: 'each repetition needs its day: "as: visit.month", or a column of visit.date among "columns"',
      }),
    );
  }
  return issues;
}

function checkMonths({ of }: WrittenRepeat, { fault }: SourceTable): readonly Issue[] {
  return of.flatMap((word, at) =>
    toMonthOf(word) === null ? [fault(['repeat', 'of', at], toUnknownWord({ id: 'bulan', en: 'month' }, word, allMonthNames))] : [],
  );
}

/** Months in the order of a year of service: what follows December belongs to the year after. */
function toRepetitions(of: readonly string[], isMonth: boolean): Repeat['of'] {
  let yearsOn = 0;
  return of.map((word, at) => {
    const [before, now] = [toMonthOf(of[at - 1] ?? ''), toMonthOf(word)];
    if (isMonth && before !== null && now !== null && now < before) yearsOn += 1;
    return { word, yearsOn };
  });
}

function toMonthOf(word: string): number | null {
  return toMonth(/\p{L}+/u.exec(word)?.[0] ?? '');
}

interface Block {
  readonly word: string;
  readonly block: number;
  readonly isMonth: boolean;
  /** Where only one column is repeated, the word alone is its heading. */
  readonly single: boolean;
}

function toBlockColumn(column: Column, { word, block, isMonth, single }: Block): Column {
  const month = isMonth ? toMonthOf(word) : null;
  const words = [...new Set([word, ...(month === null ? [] : toMonthNames(month))])];
  const headings = words.flatMap((each) => column.names.flatMap((name) => [`${each} ${name}`, `${name} ${each}`]));
  return { ...column, name: `${word} ${column.name}`, names: [...headings, ...(single ? words : [])], required: false, block };
}
