import type { JsonValue } from '../../map/records/json-value.ts';
import { isJsonList, isJsonObject } from '../../map/records/json-value.ts';
import { toComparable } from '../../map/conversions/clean-text.ts';
import { readDate } from '../../map/conversions/read-date.ts';
import type { RecordForm } from '../form.ts';
import type { ColumnGuess } from '../guess/column-guess.ts';
import type { MaskSetting, RowPerson } from './mask-cell.ts';
import { maskCell, toKeyword } from './mask-cell.ts';
import { mostSampleRows, toBirth } from './mask-table.ts';

/** A JSON value without anybody in it: the first records of each list, identities invented, keys the same wherever they are the same. */
export function maskJson(value: JsonValue, form: RecordForm, guesses: readonly ColumnGuess[], setting: MaskSetting): JsonValue {
  const keys = new Set(form.joins.flatMap(({ name, key, on }) => [on, `${name}.${key}`]).map(toComparable));
  const byName = new Map(guesses.map((guess) => [toComparable(guess.column.name), guess] as const));
  const prefixes = toPrefixes(form);
  return walk(value, [], { keys, byName, prefixes, setting, person: somebody });
}

const somebody: RowPerson = { nth: 0, birth: toBirth(undefined), isGirl: false };

interface Masking {
  readonly keys: ReadonlySet<string>;
  readonly byName: ReadonlyMap<string, ColumnGuess>;
  /** How columns below a path of the document are named: the path, and the name before them. */
  readonly prefixes: readonly (readonly [path: string, name: string])[];
  readonly setting: MaskSetting;
  readonly person: RowPerson;
}

/** Records are named by their own fields, tables by their join, what encloses records by `induk.`, the rest by `berkas.`. */
function toPrefixes({ records, joins, shape }: RecordForm): readonly (readonly [string, string])[] {
  const levels = records.split(/\[\*\]|\{[^}]*\}/).slice(0, -1);
  const paths = levels.map((_, at) =>
    levels
      .slice(0, at + 1)
      .join('')
      .replace(/^\./, ''),
  );
  const own = paths.map((path, at): readonly [string, string] => [path, 'induk.'.repeat(levels.length - 1 - at)]);
  const tables = joins.map(({ name, table }): readonly [string, string] => [table, `${name}.`]);
  const rest: readonly (readonly [string, string])[] = shape === 'document' ? [['', 'berkas.']] : [['', '']];
  return [...own, ...tables]
    .filter(([path]) => path !== '')
    .toSorted((one, other) => other[0].length - one[0].length)
    .concat(rest);
}

function walk(value: JsonValue, path: readonly string[], masking: Masking): JsonValue {
  if (isJsonList(value)) {
    return value
      .slice(0, mostSampleRows)
      .map((each, at) => walk(each, path, isJsonObject(each) ? { ...masking, person: toPerson(each, path, at, masking) } : masking));
  }
  if (!isJsonObject(value)) return value === null || typeof value === 'boolean' ? value : mask(value, path, masking);
  const entries = Object.entries(value).map(
    ([name, inner], at) => [/\d{8,}/.test(name) ? `kunci-${String(at + 1)}` : name, walk(inner, [...path, name], masking)] as const,
  );
  return Object.fromEntries(entries);
}

function mask(text: string, path: readonly string[], { keys, byName, prefixes, setting, person }: Masking): string {
  const name = toColumnName(path, prefixes);
  if (keys.has(toComparable(name))) return toKeyword(text);
  return maskCell(text, byName.get(toComparable(name)), person, setting);
}

function toColumnName(path: readonly string[], prefixes: Masking['prefixes']): string {
  const whole = path.join('.');
  const [from, name] = prefixes.find(([prefix]) => prefix === '' || whole === prefix || whole.startsWith(`${prefix}.`)) ?? ['', ''];
  return `${name}${whole.slice(from.length).replace(/^\./, '')}`;
}

function toPerson(value: JsonValue, path: readonly string[], nth: number, { byName, prefixes, setting }: Masking): RowPerson {
  const texts = new Map<string, string>();
  collect(value, path, (at, text) => {
    const target = byName.get(toComparable(toColumnName(at, prefixes)))?.meaning?.target;
    if (target !== undefined && !texts.has(target)) texts.set(target, text);
  });
  const birth = toBirth(readDate(texts.get('person.birthDate') ?? '', setting.dates, { asOf: setting.asOf }).value);
  return { nth, birth, isGirl: /^(?:p|pr|perempuan|wanita|f|female)$/i.test(texts.get('person.sex') ?? '') };
}

function collect(value: JsonValue, path: readonly string[], take: (path: readonly string[], text: string) => void): void {
  if (isJsonObject(value)) for (const [name, inner] of Object.entries(value)) collect(inner, [...path, name], take);
  else if (!isJsonList(value) && value !== null && typeof value !== 'boolean') take(path, value);
}
