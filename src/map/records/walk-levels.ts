import { toComparable } from '../conversions/clean-text.ts';
import type { Field } from './flatten-fields.ts';
import { flattenFields } from './flatten-fields.ts';
import type { JsonObject, JsonValue } from './json-value.ts';
import { isJsonList, isJsonObject } from './json-value.ts';
import type { RecordLevel, RecordPath } from './record-path.ts';
import { toElementPath } from './record-path.ts';

/** A record at the deepest level it reaches, with the fields of what encloses it under `induk.`. */
export type LevelRecord =
  | {
      readonly is: 'record';
      readonly row: number | string;
      readonly fields: readonly Field[];
      /** True of an enclosing record that encloses nothing. */
      readonly unrepeated?: true;
    }
  /** Something that is no record stands where one belongs. */
  | { readonly is: 'stray'; readonly row: number | string }
  /** A level without a single element, and nobody it could be about. */
  | { readonly is: 'empty'; readonly row: number | string };

/** An element of one level, on the way down. */
interface Place {
  readonly row: number | string;
  readonly value: JsonValue;
  /** Objects that enclose it, the nearest first. */
  readonly enclosing: readonly Enclosing[];
  /** Names of objects of many that belong to the next object below. */
  readonly keys: readonly Field[];
}

interface Enclosing {
  readonly value: JsonObject;
  readonly keys: readonly Field[];
  /** The list of the level below, which is no field of it. */
  readonly without: ReadonlySet<string>;
}

/**
 * Goes from an element of the first level down to its records (verb `each`). An enclosing record whose list is empty or missing gives a record of
 * its own, so that nobody vanishes.
 */
export function* walkLevels(
  element: { readonly row: number | string; readonly value: JsonValue; readonly key?: string },
  path: RecordPath,
): Generator<LevelRecord> {
  const [level, ...deeper] = path;
  if (level === undefined) return;
  yield* walk({ row: element.row, value: element.value, enclosing: [], keys: toKeys(level, element.key) }, deeper);
}

function* walk(place: Place, [level, ...deeper]: RecordPath): Generator<LevelRecord> {
  const { row, value } = place;
  const isStray = !isJsonObject(value) && (level === undefined || level.fields.length > 0);
  if (isStray || level === undefined) {
    yield isJsonObject(value) ? toRecord(row, value, place) : { is: 'stray', row };
    return;
  }
  yield* walkInto(place, level, deeper);
}

function* walkInto({ row, value, enclosing, keys: above }: Place, level: RecordLevel, deeper: RecordPath): Generator<LevelRecord> {
  const entries = toEntries(follow(value, level.fields), level);
  const inside = isJsonObject(value) && level.fields.length > 0;
  const within = inside ? [{ value, keys: above, without: new Set([toComparable(level.fields.join('.'))]) }, ...enclosing] : enclosing;
  if (entries.length === 0) {
    yield inside ? toParent(row, within, deeper) : { is: 'empty', row };
    return;
  }
  for (const [at, entry] of entries.entries()) {
    const keys = [...(inside ? [] : above), ...toKeys(level, entry.key)];
    const next = { row: toElementPath(toBase(row), level, at, entry.key), value: entry.value, enclosing: within, keys };
    yield* walk(next, deeper);
  }
}

/** A line of a file of lines, and the path from there. */
function toBase(row: number | string): string {
  return typeof row === 'number' ? `${String(row)}:$` : row;
}

function toKeys({ key }: RecordLevel, name: string | undefined): readonly Field[] {
  return key === undefined || name === undefined ? [] : [{ name: key, text: name }];
}

/** The elements of a level. An object where a list belongs is a list of its members where they are numbered, and otherwise its only element. */
function toEntries(value: JsonValue | undefined, { key }: RecordLevel): readonly { readonly key?: string; readonly value: JsonValue }[] {
  if (value === undefined || value === null || value === '') return [];
  if (isJsonList(value)) return value.map((each) => ({ value: each }));
  if (!isJsonObject(value)) return [{ value }];
  const members = Object.entries(value);
  if (key !== undefined) return members.map(([name, each]) => ({ key: name, value: each }));
  return isNumbered(value) ? members.map(([, each]) => ({ value: each })) : [{ value }];
}

/** Some programs write a list as `{"0": …, "1": …}`. */
export function isNumbered(value: JsonObject): boolean {
  const names = Object.keys(value);
  return names.every((name) => /^\d+$/.test(name)) && Object.values(value).every((each) => isJsonObject(each));
}

/** The value that fields lead to, or undefined. */
export function follow(value: JsonValue, fields: readonly string[]): JsonValue | undefined {
  let at: JsonValue | undefined = value;
  for (const field of fields) at = isJsonObject(at) ? at[findName(at, field) ?? ''] : undefined;
  return at;
}

/** The field of an object under the name it has there; names are compared as header cells are. */
export function findName(value: JsonObject, field: string): string | undefined {
  const wanted = toComparable(field);
  return Object.hasOwn(value, field) ? field : Object.keys(value).find((name) => toComparable(name) === wanted);
}

function toRecord(row: number | string, value: JsonObject, { enclosing, keys }: Place): LevelRecord {
  const own = flattenFields(value);
  return { is: 'record', row, fields: [...own, ...toMissing(keys, own), ...toEnclosing(enclosing)] };
}

/** Its fields have the names they would have at the deepest level, however far above that it ends. */
function toParent(row: number | string, enclosing: readonly Enclosing[], deeper: RecordPath): LevelRecord {
  const missing = deeper.filter(({ fields }) => fields.length > 0).length;
  return { is: 'record', row, fields: toEnclosing(enclosing, missing), unrepeated: true };
}

/** A record that names its day itself is believed before the name it stands under. */
function toMissing(keys: readonly Field[], own: readonly Field[]): readonly Field[] {
  return keys.filter((key) => !own.some(({ name, text }) => text !== '' && toComparable(name) === toComparable(key.name)));
}

function toEnclosing(enclosing: readonly Enclosing[], missing = 0): readonly Field[] {
  return enclosing.flatMap(({ value, keys, without }, at) => {
    const prefix = 'induk.'.repeat(at + 1 + missing);
    const own = flattenFields(value, without);
    return [...own, ...toMissing(keys, own)].map(({ name, text }) => ({ name: `${prefix}${name}`, text }));
  });
}
