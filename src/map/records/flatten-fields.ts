import { toComparable } from '../conversions/clean-text.ts';
import type { JsonValue } from './json-value.ts';
import { isJsonList, isJsonObject } from './json-value.ts';

/** One field of a record: its path from the record and what is written there, as text. */
export interface Field {
  readonly name: string;
  readonly text: string;
}

/** More than any form has; a record with more is refused. */
export const mostFields = 2000;

/** Levels within levels; deeper than any record. */
export const mostDepth = 64;

/** Between the values of a list that stand in one field. */
const separator = '; ';

/**
 * Lays a record out as the columns of a table: `peserta.nama`. What stands in a list goes to one field (`keluhan`, `dosis[*].nama`), its values
 * apart by semicolons. Numbers, booleans and null are texts, null an empty one. `without` are paths that are left out, in comparable form: the list
 * of a deeper level, the tables that others refer to.
 */
export function flattenFields(value: JsonValue, without: ReadonlySet<string> = nothing): readonly Field[] {
  const texts = new Map<string, string[]>();
  collect(value, '', texts, without);
  return [...texts].map(([name, all]) => ({ name, text: all.filter((text) => text !== '').join(separator) }));
}

const nothing: ReadonlySet<string> = new Set();

function collect(value: JsonValue, name: string, texts: Map<string, string[]>, without: ReadonlySet<string>): void {
  if (without.size > 0 && without.has(toComparable(name))) return;
  for (const [inner, path] of toInner(value, name) ?? []) collect(inner, path, texts, without);
  if (typeof value !== 'object' || value === null) add(texts, name, value === null ? '' : String(value));
}

function toInner(value: JsonValue, name: string): readonly (readonly [JsonValue, string])[] | undefined {
  if (isJsonObject(value)) return Object.entries(value).map(([key, inner]) => [inner, name === '' ? key : `${name}.${key}`]);
  if (!isJsonList(value)) return undefined;
  return value.map((inner) => [inner, isJsonObject(inner) || isJsonList(inner) ? `${name}[*]` : name]);
}

function add(texts: Map<string, string[]>, name: string, text: string): void {
  const known = texts.get(name);
  if (known === undefined) texts.set(name, [text]);
  else known.push(text);
}
