import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isJsonObject, itemsOf, parseJson, textAt, valueAt, type Json } from '../json.ts';

/** One row of the dictionary of rules (programme/satusehat/aturan.json); the README beside it explains the keys. */
export interface DictionaryRule {
  readonly rule: number;
  readonly type: string;
  /** The path that is looked at, in the steps of `elementsAt`. */
  readonly path: string;
  readonly kinds: ReadonlySet<string>;
  /** Coding systems that are taken: those of the dictionary, and those a published request was answered 200 with. */
  readonly systems: readonly string[];
  /** Codes that are taken in a plain code element. */
  readonly codes: readonly string[];
  readonly refusedCodes: readonly string[];
  readonly targets: readonly string[];
  /** Types that may stand beside one of the targets, never alone. */
  readonly beside: readonly string[];
  /** Words of the facility's own identifier systems. */
  readonly slugs: readonly string[];
  readonly mayLieAhead: boolean;
  readonly mayBeLongAgo: boolean;
  /** How it is carried out: by its kinds, by hand, or not at all. */
  readonly by: 'jenis' | 'tangan' | 'tidak';
}

/** The dictionary as the simulator uses it. */
export interface Dictionary {
  readonly rules: readonly DictionaryRule[];
  /** The codes of systems that are known whole. */
  readonly codesOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly encounterClasses: readonly string[];
}

const programme = new URL('../../../programme/', import.meta.url);

/** Reads the dictionary and the code lists from the programme's files. */
export function readDictionary(): Dictionary {
  const codes = readJson('satusehat/kode.json');
  const published = itemsOf(valueAt(readJson('satusehat/aturan.json'), 'aturan'));
  return {
    rules: published.filter((rule) => textAt(rule, 'jalur') !== undefined).map(toRule),
    codesOf: new Map([...toLists(valueAt(codes, 'sistem')), ...readMinistryCodes()]),
    encounterClasses: texts(valueAt(codes, 'kelasKunjungan')),
  };
}

function toRule(rule: Json): DictionaryRule {
  const path = textAt(rule, 'uji') ?? textAt(rule, 'jalur') ?? '';
  const widened = itemsOf(valueAt(rule, 'tambahan')).map((item) => textAt(item, 'sistem') ?? '');
  return {
    rule: Number(valueAt(rule, 'nomor')),
    type: path.split('.')[0] ?? '',
    path,
    kinds: new Set(texts(valueAt(rule, 'jenis'))),
    systems: [...texts(valueAt(rule, 'sistem')), ...widened],
    codes: texts(valueAt(rule, 'kode')),
    refusedCodes: texts(valueAt(rule, 'kodeDitolak')),
    targets: [...texts(valueAt(rule, 'tujuan')), ...texts(valueAt(rule, 'tujuanTambahan', 'jenis'))],
    beside: texts(valueAt(rule, 'sertaan')),
    slugs: texts(valueAt(rule, 'milik')),
    mayLieAhead: valueAt(rule, 'masaDepan') === true,
    mayBeLongAgo: valueAt(rule, 'masaLalu') === true,
    by: toWay(textAt(rule, 'cara')),
  };
}

function toWay(by: string | undefined): DictionaryRule['by'] {
  return by === 'jenis' || by === 'tangan' ? by : 'tidak';
}

function toLists(lists: Json | undefined): readonly (readonly [string, ReadonlySet<string>])[] {
  return isJsonObject(lists) ? Object.entries(lists).map(([system, codes]) => [system, new Set(texts(codes))]) : [];
}

/** The ministry's own systems, of those whose guide was published; of the others nobody knows the other codes. */
function readMinistryCodes(): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = readText('terminology/kemkes/codes.csv')
    .split(/\r?\n/)
    .slice(1)
    .map((line) => ({ system: line.split(',')[0] ?? '', code: line.split(',')[1] ?? '', guided: line.endsWith(',guide') }));
  const published = new Set(rows.filter((row) => row.guided).map((row) => row.system));
  const codes = new Map<string, Set<string>>();
  for (const { system, code } of rows) if (published.has(system)) codes.set(system, (codes.get(system) ?? new Set()).add(code));
  return codes;
}

function texts(value: Json | undefined): readonly string[] {
  return itemsOf(value).filter((item) => typeof item === 'string');
}

function readJson(name: string): Json {
  return parseJson(readText(name));
}

function readText(name: string): string {
  return readFileSync(fileURLToPath(new URL(name, programme)), 'utf8');
}
