import type { JsonObject, JsonValue } from '../../map/records/json-value.ts';
import { isJsonList, isJsonObject } from '../../map/records/json-value.ts';
import type { RecordLevel, RecordPath } from '../../map/records/record-path.ts';

/** A place of a document where objects repeat. */
export interface RecordList {
  readonly path: RecordPath;
  /** How `format.records` writes the path. */
  readonly written: string;
  /** Elements of its first level, from which its records are walked down to. */
  readonly elements: readonly { readonly key?: string; readonly value: JsonValue }[];
}

const deepest = 6;
const mostElements = 2000;

/** Finds every list of objects in a document, and lists within those of its first elements. */
export function findRecordLists(value: JsonValue): readonly RecordList[] {
  if (isJsonList(value)) return toLists({ fields: [] }, value, '');
  if (!isJsonObject(value)) return [];
  const found = search(value, [], 0);
  // One record alone, as a program sends it.
  const isLone = found.length === 0 && Object.keys(value).length >= leastFields;
  return isLone ? [{ path: [{ fields: [] }], written: '[*]', elements: [{ value }] }] : found;
}

const leastFields = 3;

function search(value: JsonObject, fields: readonly string[], depth: number): readonly RecordList[] {
  if (depth > deepest) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = [...fields, name];
    if (isJsonList(inner)) return toLists({ fields: here }, inner, here.join('.'));
    if (!isJsonObject(inner)) return [];
    const key = toKeyName(inner);
    return key === undefined ? search(inner, here, depth + 1) : toLists({ fields: here, key }, inner, here.join('.'));
  });
}

/** `per_tanggal: {"2025-07-09": …}`: many by their names, which say something; undefined where it is one thing with its fields. */
function toKeyName(value: JsonObject): string | undefined {
  const entries = Object.entries(value);
  const isNested = entries.length > 0 && entries.every(([, inner]) => isJsonObject(inner) || isJsonList(inner));
  if (!isNested) return undefined;
  if (entries.every(([name]) => /^\d{4}-\d{2}-\d{2}$/.test(name))) return 'tanggal';
  if (entries.every(([name]) => /^\d{4}-\d{2}$/.test(name))) return 'bulan';
  return entries.length > 1 && entries.every(([name]) => /\d{3,}/.test(name)) ? 'kunci' : undefined;
}

function toLists(level: RecordLevel, value: JsonValue, name: string): readonly RecordList[] {
  const elements = toElements(level, value).slice(0, mostElements);
  const written = `${name}${level.key === undefined ? '[*]' : `{${level.key}}`}`;
  if (!elements.some((element) => isJsonObject(element.value) || isJsonList(element.value))) return [];
  // Many by name, each a list: `per_tanggal{tanggal}[*]`.
  if (elements.every((element) => isJsonList(element.value))) {
    const inner = elements.flatMap((element) => (isJsonList(element.value) ? element.value : []));
    return inner.some(isJsonObject) ? [{ path: [level, { fields: [] }], written: `${written}[*]`, elements }] : [];
  }
  const below = elements.slice(0, 50).flatMap((element) => (isJsonObject(element.value) ? search(element.value, [], deepest - 1) : []));
  const deeper = new Map(below.map((list) => [list.written, list] as const));
  const nested = [...deeper.values()].map((list): RecordList => ({
    path: [level, ...list.path],
    written: `${written}.${list.written}`,
    elements,
  }));
  return [{ path: [level], written, elements }, ...nested];
}

function toElements({ key }: RecordLevel, value: JsonValue): RecordList['elements'] {
  if (isJsonList(value)) return value.map((each) => ({ value: each }));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).map(([name, each]) => (key === undefined ? { value: each } : { key: name, value: each }));
}
