import { toComparable } from '../../map/conversions/clean-text.ts';
import { flattenFields } from '../../map/records/flatten-fields.ts';
import type { JsonValue } from '../../map/records/json-value.ts';
import { isJsonObject } from '../../map/records/json-value.ts';
import { walkLevels } from '../../map/records/walk-levels.ts';
import type { FormColumn, FormJoin, RawFile, RecordForm } from '../form.ts';
import { mostValues } from '../form.ts';
import { isDayCell } from './cell-kinds.ts';
import type { FieldTable, NamedTable } from './find-joins.ts';
import { findJoins, weigh } from './find-joins.ts';
import type { RecordList } from './find-record-lists.ts';
import { findRecordLists } from './find-record-lists.ts';

const mostFields = 600;

/** Finds records, the tables they refer to and what the document says of all of them; null where nothing in it repeats. */
export function inspectRecords({ value, shape }: RawFile & { readonly is: 'json' }): RecordForm | null {
  const tables = findRecordLists(value).map((list) => ({ list, fields: toFieldTable(list) }));
  const isDocument = shape === 'document';
  const flat = tables.filter(({ list }) => isDocument && list.path.length === 1 && list.path[0]?.key === undefined);
  const named = [...flat.map(toNamedTable), ...(isDocument ? toSingles(value) : [])];
  const main = tables.map((table) => toChoice(table, named)).reduce<Choice | undefined>(toBetter, undefined);
  if (main === undefined) return null;
  const { list, fields, joins } = main;
  const joined = joins.flatMap(({ name, table }) =>
    [...(named.find((each) => each.table === table)?.fields ?? [])].map(([field, values]) => [`${name}.${field}`, values] as const),
  );
  const taken = new Set([toTableName(list), ...joins.map(({ table }) => table)]);
  const unused = flat.map((each) => toTableName(each.list)).filter((name) => !taken.has(name));
  const envelope = isDocument && list.written !== '[*]' ? toEnvelope(value, [...taken, ...unused]) : [];
  const levels = list.path.map((level) => level.fields.at(-1) ?? '');
  const columns = [...envelope, ...joined, ...fields].slice(0, mostFields).map(([name, values]) => toColumn(name, values, levels));
  const rows = [...fields.values()][0]?.length ?? 0;
  return { is: 'records', shape, records: list.written, joins, titles: [], columns, rows, unused };
}

interface Choice {
  readonly list: RecordList;
  readonly fields: FieldTable;
  readonly joins: readonly FormJoin[];
  readonly score: number;
}

/** A list as the records of the file, with the tables it could be joined with. */
function toChoice({ list, fields }: Pick<Choice, 'list' | 'fields'>, named: readonly NamedTable[]): Choice {
  const others = named.filter(({ table }) => table !== toTableName(list));
  const joins = findJoins(fields, others, list.path.at(-1)?.fields.at(-1) ?? '');
  return { list, fields, joins, score: toScore(list, fields, joins) };
}

function toBetter(best: Choice | undefined, each: Choice): Choice {
  return best === undefined || each.score > best.score ? each : best;
}

/** Where the table of a list stands in its document. */
function toTableName({ path }: RecordList): string {
  return path[0]?.fields.join('.') ?? '';
}

function toNamedTable({ list, fields }: Pick<Choice, 'list' | 'fields'>): NamedTable {
  return { table: toTableName(list), fields, single: false };
}

/** Objects that stand alone at the top of a document: the person or the posyandu that all records are about. */
function toSingles(value: JsonValue): readonly NamedTable[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([table, inner]) => {
    if (!isJsonObject(inner)) return [];
    const fields = new Map(flattenFields(inner).map(({ name, text }) => [name, [text]] as const));
    return [{ table, fields, single: true }];
  });
}

/** Every field of the records of a list, as the reader lays them out: what encloses them stands under `induk.`. */
function toFieldTable({ path, elements }: RecordList): FieldTable {
  const records = elements.flatMap((element, at) => [...walkLevels({ row: `$[${String(at)}]`, ...element }, path)]);
  const rows = records.flatMap((record) => (record.is === 'record' ? [record.fields] : []));
  const names = [...new Set(rows.flatMap((fields) => fields.map(({ name }) => name)))].slice(0, mostFields);
  const byRow = rows.map((fields) => new Map(fields.map(({ name, text }) => [name, text.trim()] as const)));
  return new Map(names.map((name) => [name, byRow.map((row) => row.get(name) ?? '')] as const));
}

/** The records of a file are those that are dated, refer to others and say most; a list within a list where it has its own days. */
function toScore(list: RecordList, fields: FieldTable, joins: readonly FormJoin[]): number {
  const all = [...fields].filter(([name]) => !name.startsWith('induk.'));
  const own = all.filter(([name]) => !name.includes('[*]'));
  const isDated = own.some(([, values]) => values.some(isDayCell)) || list.path.some(({ key }) => key === 'tanggal');
  // Days in a list within: its elements are the visits, not this.
  const inner = all.filter(([name]) => name.includes('[*]'));
  const within = inner.some(([, values]) => values.some((value) => value.split('; ').some(isDayCell))) ? 7 : Math.min(1, inner.length);
  const flat = joins.reduce((total, join) => total + weigh(join), 0) + (isDated ? 3 : 0) + Math.min(3, own.length / 8);
  if (list.path.length === 1) return flat - within;
  return flat - within + (isDated || own.length >= 4 ? 6 : -5);
}

function toEnvelope(value: JsonValue, without: readonly string[]): readonly (readonly [string, readonly string[]])[] {
  const fields = flattenFields(value, new Set(without.map(toComparable)));
  return fields.filter(({ name }) => name !== '').map(({ name, text }) => [`berkas.${name}`, [text.trim()]] as const);
}

/** What stands above a record is called `induk`: what it is, the list it comes from says. */
function toColumn(name: string, values: readonly string[], levels: readonly string[]): FormColumn {
  const steps = name.split('.').map((step) => step.replaceAll('[*]', ''));
  const up = steps.findIndex((step) => step !== 'induk');
  const filled = values.filter((text) => text !== '').slice(0, mostValues);
  const around = up > 0 ? [levels.at(-1 - up) ?? ''] : [];
  const within = [...steps.slice(Math.max(0, up), -1).toReversed(), ...around].filter((step) => step !== '');
  return { name, heading: steps.at(-1) ?? name, within, values: filled, at: -1, rows: values.length };
}
