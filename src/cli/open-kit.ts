import { join } from 'node:path';
import type { Issue } from '../fhir/issue.ts';
import { readProgrammeTable, readSourceFolders } from '../ingest/programme-files.ts';
import type { SourceFiles } from '../ingest/programme-files.ts';
import { compileWords } from '../kit/words/compile-words.ts';
import type { ColumnWords } from '../kit/words/compile-words.ts';
import type { WrittenSource } from '../kit/words/collect-headings.ts';
import { collectHeadings } from '../kit/words/collect-headings.ts';
import type { KnownHeading } from '../kit/words/meaning.ts';
import { loadTables, TablesFault } from '../load-tables.ts';
import type { Tables } from '../load-tables.ts';
import { columnsSchema } from '../map/tables/column-schema.ts';
import { codesSchema } from '../map/tables/source-schema.ts';
import { readTable } from '../map/tables/read-table.ts';
import { packageRoot } from '../root.ts';

/** Everything a draft is made with: the tables, and every heading that is known. */
export interface Kit {
  readonly tables: Tables;
  readonly words: ColumnWords;
  readonly headings: readonly KnownHeading[];
}

/** Opens the kit with the sources of the house and of further folders, and the programme with a district's own tables; a fault in any table stops it. */
export async function openKit(sourceDirs: readonly string[], programmeDirs: readonly string[] = []): Promise<Kit> {
  const dirs = [join(packageRoot, 'sources'), ...sourceDirs];
  const [tables, file, folders] = await Promise.all([
    loadTables(dirs, programmeDirs),
    readProgrammeTable(packageRoot, 'programme/kata-kolom.yaml'),
    Promise.all(dirs.map((dir) => readSourceFolders(dir))),
  ]);
  const words = compileWords(file);
  if (!words.ok) throw new TablesFault(words.issues);
  const sources = folders.flat().map(toWrittenSource);
  return { tables, words: words.value, headings: collectHeadings(sources, tables.programme, words.value) };
}

/** The tables of a source as its YAML says them; they were compiled before. */
export function toWrittenSource({ name, files }: SourceFiles): WrittenSource {
  const text = (file: string): string => files.find(({ path }) => path.endsWith(`/${file}`))?.text ?? '{}';
  const columns = readTable({ path: `${name}/columns.yaml`, text: text('columns.yaml') }, columnsSchema);
  const codes = readTable({ path: `${name}/codes.yaml`, text: text('codes.yaml') }, codesSchema);
  const faults: readonly Issue[] = [...columns.issues, ...codes.issues];
  if (!columns.ok || !codes.ok) throw new TablesFault(faults);
  return { name, columns: columns.value.value, codes: codes.value.value };
}
