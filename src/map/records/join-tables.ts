import { cleanText, toComparable } from '../conversions/clean-text.ts';
import type { Join } from '../source.ts';
import type { Field } from './flatten-fields.ts';
import { flattenFields } from './flatten-fields.ts';
import type { JsonObject, JsonValue } from './json-value.ts';
import { isJsonList, isJsonObject } from './json-value.ts';
import { findName, isNumbered } from './walk-levels.ts';

/** One record of a table that others refer to. */
export interface TableRecord {
  /** Its JSON path. */
  readonly path: string;
  readonly key: string;
  readonly value: JsonValue;
  /** Its fields, named with the join before them. */
  readonly fields: readonly Field[];
  /** The row that referred to it first; undefined as long as nobody has. */
  usedBy?: number | string;
}

/** The table of one join, by key. */
export interface JoinTable {
  readonly join: Join;
  readonly records: readonly TableRecord[];
  readonly byKey: ReadonlyMap<string, TableRecord>;
  /** Paths of records whose key another one has already. */
  readonly doubled: readonly string[];
  /** False where the document has no such table. */
  readonly present: boolean;
}

/** Reads the table of a join out of everything in the document that is no record. */
export function toJoinTable(join: Join, envelope: JsonObject): JoinTable {
  const { value, path } = find(envelope, join.table);
  const records = toEntries(value, path, join).map((entry) => toTableRecord(entry, join));
  const byKey = new Map<string, TableRecord>();
  const doubled: string[] = [];
  for (const record of records) {
    if (record.key === '') continue;
    if (byKey.has(record.key)) doubled.push(record.path);
    else byKey.set(record.key, record);
  }
  return { join, records, byKey, doubled, present: value !== undefined && value !== null };
}

/** The record of a table that a row means (verb `join`): by its key, or the only one there is where the row has no key; undefined for nobody. */
export function lookUp({ join, records, byKey }: JoinTable, fields: readonly Field[]): TableRecord | undefined {
  const wanted = cleanText(textOf(fields, join.on));
  if (wanted !== '') return byKey.get(wanted);
  const [only, ...more] = records;
  if (join.otherwise !== 'only' || only === undefined || more.length > 0) return undefined;
  return join.when === undefined || isAlike(fields, only, join) ? only : undefined;
}

function isAlike(fields: readonly Field[], only: TableRecord, { name, when = '' }: Join): boolean {
  const here = toComparable(textOf(fields, when));
  return here !== '' && here === toComparable(textOf(only.fields, `${name}.${when}`));
}

/** What a record says in a field; names are compared as header cells are. */
export function textOf(fields: readonly Field[], name: string): string {
  const wanted = toComparable(name);
  return fields.find((field) => toComparable(field.name) === wanted)?.text ?? '';
}

interface Entry {
  readonly path: string;
  readonly value: JsonValue;
  readonly key?: string;
}

function find(envelope: JsonObject, table: readonly string[]): { readonly value: JsonValue | undefined; readonly path: string } {
  let at: JsonValue | undefined = envelope;
  for (const field of table) at = isJsonObject(at) ? at[findName(at, field) ?? ''] : undefined;
  return { value: at, path: `$.${table.join('.')}` };
}

/** A list of records, one record alone, or an object of many by their keys. */
function toEntries(value: JsonValue | undefined, path: string, { key }: Join): readonly Entry[] {
  if (value === undefined || value === null) return [];
  if (isJsonList(value)) return value.map((each, at) => ({ path: `${path}[${String(at)}]`, value: each }));
  if (!isJsonObject(value) || findName(value, key) !== undefined) return [{ path, value }];
  const numbered = isNumbered(value);
  return Object.entries(value).map(([name, each], at) => {
    const entry = { path: `${path}[${String(at)}]`, value: each };
    return numbered && isJsonObject(each) && findName(each, key) !== undefined ? entry : { ...entry, key: name };
  });
}

function toTableRecord({ path, value, key }: Entry, join: Join): TableRecord {
  const own = isJsonObject(value) ? flattenFields(value) : [];
  const fields = own.map(({ name, text }) => ({ name: `${join.name}.${name}`, text }));
  const named = key === undefined ? [] : [{ name: `${join.name}.${join.key}`, text: key }];
  return { path, value, key: cleanText(key ?? textOf(own, join.key)), fields: [...fields, ...named] };
}
