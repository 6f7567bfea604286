import type { Static } from '@sinclair/typebox';
import type { Checked } from '../fhir/checked.ts';
import { toFailed, toPassed } from '../fhir/checked.ts';
import type { Issue } from '../fhir/issue.ts';
import type { CodeList } from './conversions/code-list.ts';
import { toContentVersion } from './content-version.ts';
import { toGiven } from './given.ts';
import type { Programme } from './programme.ts';
import { compileColumns } from './tables/compile-columns.ts';
import { compileCodeList } from './tables/compile-code-list.ts';
import { compileContext } from './tables/compile-context.ts';
import { compileFormat, compileSkips } from './tables/compile-format.ts';
import { compileHeader } from './tables/compile-header.ts';
import { compileLines } from './tables/compile-lines.ts';
import type { Source } from './source.ts';
import type { SourceTable } from './tables/source-schema.ts';
import { columnsSchema } from './tables/column-schema.ts';
import { codesSchema, sourceSchema } from './tables/source-schema.ts';
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
  const compiled = compileColumns(source.value, columns.value, { programme, lists, issues });
  const context = compileContext(source.value, compiled.columns, issues);
  const header = compileHeader(source.value, issues);
  const lines = compileLines(source.value, compiled.columns, issues);
  const skips = compileSkips(source.value, compiled.columns, issues);
  const records = compileFormat(source.value, issues);
  const { value } = source.value;
  issues.push(...checkStages(source.value, programme));
  if (issues.length > 0) return toFailed(...issues);
  const { title, dates, decimal, about, stages, service, recorder, verified, holds = 'kunjungan' } = value;
  return toPassed({
    ...{ title, dates, decimal, about, stages, service, recorder, verified, holds },
    ...toGiven({ delimiter: value.format.delimiter, category: value.category, condition: value.condition, sex: value.sex, records }),
    ...{ ...compiled, ...header, ...lines, skips, context },
    name,
    version: toContentVersion(files.map(({ path, text }) => ({ path: path.slice(path.lastIndexOf('/') + 1), text }))),
    duties: value.kewajiban,
  });
}

/** Stages and categories are those of the programme; only a register has a category, and it has to. */
function checkStages({ value, fault }: SourceTable, programme: Programme): readonly Issue[] {
  const issues: Issue[] = [];
  const { stages, holds, category } = value;
  if (!programme.groups.has(stages)) {
    const message = toUnknownWord({ id: 'kelompok tahap hidup', en: 'group of life stages' }, stages, programme.groups.keys());
    issues.push(fault(['stages'], message));
  }
  const known = programme.categories;
  if (category !== undefined && !known.has(category)) {
    issues.push(fault(['category'], toUnknownWord({ id: 'kategori sasaran', en: 'category of sasaran' }, category, known.keys())));
  }
  issues.push(...checkCondition(value, fault));
  if ((holds === 'pendaftaran') === (category !== undefined)) return issues;
  const message = {
    id: '"category" harus ada pada "holds: pendaftaran", dan hanya di sana',
    en: '"category" belongs to "holds: pendaftaran", and has to be there',
  };
  return [...issues, fault([category === undefined ? 'holds' : 'category'], message)];
}

/** Only women who are no children stand in a pregnancy. */
function checkCondition({ condition, about, sex }: SourceTable['value'], fault: SourceTable['fault']): readonly Issue[] {
  if (condition === undefined || (about === 'semua' && sex !== 'L')) return [];
  const message = {
    id: '"condition" hanya untuk formulir perempuan: "about: semua" dan bukan "sex: L"',
    en: '"condition" is for forms of women only: "about: semua" and not "sex: L"',
  };
  return [fault(['condition'], message)];
}

function toMissingTable(path: string): Issue {
  return toTableIssue(path, 1, {
    id: 'berkas ini tidak ada; tiap folder sumber memerlukan source.yaml dan columns.yaml',
    en: 'this file does not exist; every source folder needs source.yaml and columns.yaml',
  });
}

function toLists(codes: Table<Static<typeof codesSchema>>, programme: Programme, issues: Issue[]): ReadonlyMap<string, CodeList> {
  const lists = new Map(programme.codeLists);
  for (const [key, words] of Object.entries(codes.value ?? {})) {
    const written = Object.fromEntries(Object.entries(words).map(([code, all]) => [code, all.map(String)]));
    const compiled = compileCodeList(key, written, (path, message) => codes.fault([key, ...path], message));
    issues.push(...compiled.issues);
    if (compiled.ok) lists.set(key, withProgrammeWords(compiled.value, programme.codeLists.get(key)));
  }
  return lists;
}

/** Words of a source come before those of the programme and do not take their place: who adds `M` for red still reads `Kapsul Biru`. */
function withProgrammeWords(own: CodeList, known: CodeList | undefined): CodeList {
  const codes = new Set(known?.byWord.values());
  const isSame = [...own.byWord.values()].every((code) => codes.has(code));
  return known === undefined || !isSame ? own : { ...own, byWord: new Map([...known.byWord, ...own.byWord]) };
}
