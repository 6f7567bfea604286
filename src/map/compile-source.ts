import type { Static } from '@sinclair/typebox';
import type { Checked } from '../fhir/checked.ts';
import { toFailed, toPassed } from '../fhir/checked.ts';
import type { Issue } from '../fhir/issue.ts';
import { toComparable } from './conversions/clean-text.ts';
import type { CodeList } from './conversions/code-list.ts';
import { toContentVersion } from './content-version.ts';
import { toGiven } from './given.ts';
import type { Programme } from './programme.ts';
import { compileColumn } from './tables/compile-column.ts';
import { compileCodeList } from './tables/compile-code-list.ts';
import { compileContext } from './tables/compile-context.ts';
import type { Column, Source } from './source.ts';
import type { SourceTable } from './tables/source-schema.ts';
import { codesSchema, columnsSchema, sourceSchema } from './tables/source-schema.ts';
import type { Table, TableFile } from './tables/read-table.ts';
import { readTable, toTableIssue, toUnknownWord } from './tables/read-table.ts';

/** Compiles the tables of one source (source.yaml, columns.yaml, codes.yaml) against the programme; every fault names file and line. */
export function compileSource(name: string, files: readonly TableFile[], programme: Programme): Checked<Source> {
  const find = (file: string, text = ''): TableFile =>
    files.find(({ path }) => path.endsWith(`/${file}`)) ?? { path: `${name}/${file}`, text };
  const lacking = ['source.yaml', 'columns.yaml'].filter((file) => !files.some(({ path }) => path.endsWith(`/${file}`)));
  if (lacking.length > 0) return toFailed(...lacking.map((file) => toMissingTable(`${name}/${file}`)));
  const source = readTable(find('source.yaml'), sourceSchema);
  const columns = readTable(find('columns.yaml'), columnsSchema);
  const codes = readTable(find('codes.yaml', '{}'), codesSchema);
  if (!source.ok || !columns.ok || !codes.ok) return toFailed(...source.issues, ...columns.issues, ...codes.issues);
  const issues: Issue[] = [];
  const lists = toLists(codes.value, programme, issues);
  const compiled = toColumns(source.value, columns.value, { programme, lists, issues });
  const context = compileContext(source.value, compiled, issues);
  const { value, fault } = source.value;
  if (!programme.groups.has(value.stages))
    issues.push(
      fault(['stages'], toUnknownWord({ id: 'kelompok tahap hidup', en: 'group of life stages' }, value.stages, programme.groups.keys())),
    );
  if (issues.length > 0) return toFailed(...issues);
  const { format, header, kewajiban, skip, ...rest } = value;
  return toPassed({
    ...rest,
    ...toGiven({ delimiter: format.delimiter }),
    name,
    version: toContentVersion(files.map(({ path, text }) => ({ path: path.slice(path.lastIndexOf('/') + 1), text }))),
    headerWithin: header.within,
    duties: kewajiban,
    context,
    totals: skip.jumlah.map(toComparable),
    columns: compiled,
    byHeader: new Map(compiled.flatMap((column) => column.names.map((each) => [toComparable(each), column] as const))),
  });
}

function toMissingTable(path: string): Issue {
  return toTableIssue(path, 1, {
    id: 'berkas ini tidak ada; tiap folder sumber memerlukan source.yaml dan columns.yaml',
    en: 'this file does not exist; every source folder needs source.yaml and columns.yaml',
  });
}

/** What columns are compiled with. */
interface Compiling {
  readonly programme: Programme;
  readonly lists: ReadonlyMap<string, CodeList>;
  readonly issues: Issue[];
}

function toLists(codes: Table<Static<typeof codesSchema>>, programme: Programme, issues: Issue[]): ReadonlyMap<string, CodeList> {
  const lists = new Map(programme.codeLists);
  for (const [key, words] of Object.entries(codes.value ?? {})) {
    const written = Object.fromEntries(Object.entries(words).map(([code, all]) => [code, all.map(String)]));
    const compiled = compileCodeList(key, written, (path, message) => codes.fault([key, ...path], message));
    issues.push(...compiled.issues);
    if (compiled.ok) lists.set(key, compiled.value);
  }
  return lists;
}

function toColumns(source: SourceTable, table: Table<Static<typeof columnsSchema>>, compiling: Compiling): readonly Column[] {
  const { programme, lists, issues } = compiling;
  const seen = new Map<string, string>();
  return Object.entries(table.value).flatMap(([name, written]) => {
    for (const header of [name, ...(written.aliases ?? [])]) {
      const other = seen.get(toComparable(header));
      if (other !== undefined && other !== name) {
        issues.push(
          table.fault([name], {
            id: `judul "${header}" sudah milik kolom "${other}"`,
            en: `header "${header}" belongs to column "${other}" already`,
          }),
        );
      }
      seen.set(toComparable(header), name);
    }
    const { dates, decimal } = source.value;
    const compiled = compileColumn(name, written, { programme, lists, dates, decimal, fault: table.fault });
    issues.push(...compiled.issues);
    return compiled.ok ? [compiled.value] : [];
  });
}
