import { field, list, text } from '../../answer.ts';

/** What a row of the dictionary may ask of an element (programme/satusehat/README.md explains the words). */
const askings = [
  ...['wajib', 'bersyarat', 'sistem', 'istilah', 'saat', 'tanggal', 'jam', 'desimal', 'bulat', 'teks', 'boolean', 'umur', 'acuan'],
  'platform',
];

/** One row of the dictionary of SATUSEHAT's rules, as the judge of what leaves uses it. */
export interface RuleRow {
  readonly rule: number;
  /** Resource type and steps; empty for rules of the platform that concern no element. */
  readonly steps: readonly string[];
  readonly asks: ReadonlySet<string>;
  readonly systems: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
  readonly refusedCodes: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
  readonly companions: ReadonlySet<string>;
  readonly ownSlugs: ReadonlySet<string>;
  readonly ahead: boolean;
  readonly longAgo: boolean;
  readonly byKind: boolean;
  /** A refusal by this rule was recorded; else it stands in the dictionary alone. */
  readonly isRecorded: boolean;
}

/** Reads the rows of aturan.json. Throws where a row asks for something unknown, so that no rule is silently left out. */
export function toRuleRows(whole: unknown): readonly RuleRow[] {
  return list(field(whole, 'aturan')).map(toRow);
}

function toRow(row: unknown): RuleRow {
  const rule = Number(field(row, 'nomor'));
  const asks = texts(row, 'jenis');
  const strange = asks.filter((ask) => !askings.includes(ask));
  if (strange.length > 0 || !Number.isInteger(rule)) throw new Error(`aturan.json: ${String(rule)}: ${strange.join(', ')}`);
  const path = text(field(row, 'uji')) || text(field(row, 'jalur'));
  return {
    rule,
    steps: path === '' ? [] : path.split('.'),
    asks: new Set(asks),
    systems: new Set([...texts(row, 'sistem'), ...list(field(row, 'tambahan')).map((item) => text(field(item, 'sistem')))]),
    codes: new Set(texts(row, 'kode')),
    refusedCodes: new Set(texts(row, 'kodeDitolak')),
    targets: new Set([...texts(row, 'tujuan'), ...texts(field(row, 'tujuanTambahan'), 'jenis')]),
    companions: new Set(texts(row, 'sertaan')),
    ownSlugs: new Set(texts(row, 'milik')),
    ahead: field(row, 'masaDepan') === true,
    longAgo: field(row, 'masaLalu') === true,
    byKind: field(row, 'cara') === 'jenis',
    isRecorded: field(row, 'bukti') === 'tercatat',
  };
}

function texts(row: unknown, key: string): readonly string[] {
  return list(field(row, key)).map(text);
}
