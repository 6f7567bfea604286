import { toComparable } from '../../map/conversions/clean-text.ts';
import type { FormJoin } from '../form.ts';
import { toPlainWords } from '../words/to-heading-words.ts';

/** Fields of records by their names, with what each record says in them; blank where it says nothing. */
export type FieldTable = ReadonlyMap<string, readonly string[]>;

/** A table of a document: where it stands, and its fields. */
export interface NamedTable {
  readonly table: string;
  readonly fields: FieldTable;
  /** One object alone, which stands beside the records it belongs to. */
  readonly single: boolean;
}

/** Share of the keys of a record that have to be found in a table before it is taken for the one they mean. */
const leastKnown = 0.8;

/** How much a join says that its records are the visits: they refer to others, and are not referred to. */
export function weigh({ on, key, only }: FormJoin): number {
  if (only === true) return 1;
  if (toSorted(on) === toSorted(key)) return 1.2;
  return toBare(key) === 'id' ? 2 : 0.6;
}

/** Finds which tables the records of one refer to, and those that these refer to again. */
export function findJoins(main: FieldTable, tables: readonly NamedTable[], mainName: string): readonly FormJoin[] {
  const joins: FormJoin[] = [];
  const known = new Map([...main].map(([name, values]) => [name, { values, of: mainName }] as const));
  const open = new Set(tables);
  for (let found = true; found;) {
    found = false;
    for (const table of open) {
      const join = findJoin(known, table);
      if (join === undefined) continue;
      joins.push(join);
      open.delete(table);
      for (const [name, values] of table.fields) known.set(`${join.name}.${name}`, { values, of: join.name });
      found = true;
    }
  }
  return joins;
}

type Known = ReadonlyMap<string, { readonly values: readonly string[]; readonly of: string }>;

function findJoin(known: Known, { table, fields, single }: NamedTable): FormJoin | undefined {
  const name = table.split('.').at(-1) ?? table;
  for (const [key, keys] of fields) {
    if (!isKey(keys, single)) continue;
    for (const [on, { values, of }] of known) {
      if (!isReference(on, key, { table: name, of }) || !isMeant(values, keys, single)) continue;
      return { name, table, key, on, ...(single ? toOnly(known, fields, [on, key]) : {}) };
    }
  }
  return undefined;
}

/** One object alone may stand without its key in the records: then another field says the same in both. */
function toOnly(known: Known, fields: FieldTable, taken: readonly string[]): Pick<FormJoin, 'only' | 'when'> {
  const when = [...fields.keys()].find((name) => !taken.includes(name) && known.has(name) && /kategori|jenis|tipe|type/i.test(name));
  return { only: true, ...(when === undefined ? {} : { when }) };
}

function isKey(keys: readonly string[], single: boolean): boolean {
  const filled = keys.filter((key) => key !== '');
  if (filled.length === 0 || new Set(filled).size < filled.length) return false;
  return single || filled.length === keys.length;
}

function isMeant(values: readonly string[], keys: readonly string[], single: boolean): boolean {
  const filled = values.filter((value) => value !== '');
  const all = new Set(keys);
  const met = filled.filter((value) => all.has(value)).length;
  // Beside one object alone records often leave its key open, but for those that mean somebody else.
  if (single) return filled.length * 2 < values.length || met > 0;
  return filled.length > 0 && met >= filled.length * leastKnown;
}

/** `pasien_id` means the `id` of `pasien`, `kd_pasien` the `kd_pasien` of any; a mere `id` means nothing by itself. */
function isReference(on: string, key: string, { table, of }: { readonly table: string; readonly of: string }): boolean {
  const [from, to] = [toBare(on), toBare(key)];
  // `loketId` and `idLoket` are one key.
  if (toSorted(on) === toSorted(key)) return from !== 'id' && isKeyName(from);
  if (to === 'id') return isKeyName(from) && isNamed(from, table);
  return pointsBack(from, to, of);
}

/** A table of results may refer to the records: by a key that bears their name, or by their name alone (`kunjungan` means its number). */
function pointsBack(from: string, to: string, of: string): boolean {
  if (to === of.toLowerCase()) return /^(?:id|no|nomor|kode|kd|key)$/.test(from);
  return from === 'id' && isKeyName(to) && isNamed(to, of);
}

function toBare(name: string): string {
  return toComparable(name.split('.').at(-1) ?? name)
    .replaceAll(' ', '')
    .toLowerCase();
}

function toSorted(name: string): string {
  return toPlainWords(name.split('.').at(-1) ?? name)
    .toSorted()
    .join(' ');
}

function isKeyName(name: string): boolean {
  return /id$|^id|^no|nik|mr$|rm$|rawat|loket|rekam|(?:kd|kode)(?:pasien|pelayanan|peserta|sasaran|kunjungan)/.test(name);
}

/** True where a key bears the name of a table, or of its last word: `pasienId` and `simpus_pasien`. */
function isNamed(key: string, table: string): boolean {
  const words = table.toLowerCase().split(/[^a-z0-9]+/);
  return words.some((word) => word.length > 2 && (key.includes(word) || key.includes(word.replace(/s$/, ''))));
}
