import type { Static } from '@sinclair/typebox';
import type { Issue } from '../../fhir/issue.ts';
import { toComparable, toExactPath } from '../conversions/clean-text.ts';
import type { CodeList } from '../conversions/code-list.ts';
import { toGiven } from '../given.ts';
import type { Programme } from '../programme.ts';
import type { Column, Source } from '../source.ts';
import type { columnsSchema } from './column-schema.ts';
import { compileColumn } from './compile-column.ts';
import { compileGroup } from './compile-group.ts';
import { checkPositions } from './compile-header.ts';
import { compileRepeat } from './compile-repeat.ts';
import type { Table } from './read-table.ts';
import type { SourceTable } from './source-schema.ts';

/** The parsed columns.yaml of a source. */
export type ColumnsTable = Table<Static<typeof columnsSchema>>;

/** What columns are compiled with. */
export interface Compiling {
  readonly programme: Programme;
  readonly lists: ReadonlyMap<string, CodeList>;
  readonly issues: Issue[];
}

/** The columns of a source, those of its verbs among them. */
export type CompiledColumns = Pick<Source, 'columns' | 'byHeader' | 'repeat' | 'group'>;

/** Compiles columns.yaml with the columns that `repeat` and `group` add; no heading may belong to two of them. */
export function compileColumns(source: SourceTable, table: ColumnsTable, { programme, lists, issues }: Compiling): CompiledColumns {
  const { dates, decimal } = source.value;
  const setting = { programme, lists, dates, decimal };
  const own = Object.entries(table.value).flatMap(([name, written]) => {
    const compiled = compileColumn(name, written, { ...setting, fault: table.fault });
    issues.push(...compiled.issues);
    return compiled.ok ? [compiled.value] : [];
  });
  issues.push(...checkPositions(own, source, table.fault));
  const repeated = compileRepeat(source, setting, issues);
  const group = compileGroup(source, own, issues);
  const columns = [...own, ...(repeated?.columns ?? []), ...(group === undefined ? [] : [...group.questions, group.answer])];
  issues.push(...checkHeadings(columns, source, table));
  return {
    columns,
    byHeader: new Map([...toKeys(columns, toComparable), ...(source.value.format.is === 'json' ? toKeys(columns, toExactPath) : [])]),
    ...toGiven({ repeat: repeated?.repeat, group }),
  };
}

function toKeys(columns: readonly Column[], toKey: (name: string) => string): readonly (readonly [string, Column])[] {
  return columns.flatMap((column) => column.names.map((each) => [toKey(each), column] as const));
}

function checkHeadings(columns: readonly Column[], source: SourceTable, table: ColumnsTable): readonly Issue[] {
  const seen = new Map<string, Column>();
  const toKey = source.value.format.is === 'json' ? toExactPath : toComparable;
  return columns.flatMap((column) =>
    column.names.flatMap((heading) => {
      const other = seen.get(toKey(heading));
      seen.set(toKey(heading), column);
      if (other === undefined || other === column) return [];
      const message = {
        id: `judul "${heading}" sudah milik kolom "${other.name}"`,
        en: `header "${heading}" belongs to column "${other.name}" already`,
      };
      return [column.block === undefined ? table.fault([column.name], message) : source.fault(['repeat', 'columns'], message)];
    }),
  );
}
