import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual } from '../../map/catalogue/catalogue-entry.ts';
import { packageRoot } from '../../root.ts';

/** What a rule of the Kamus Validasi demands in plain words, and what ends its refusals. */
export interface RuleWords {
  readonly meaning: Bilingual;
  readonly remedy: Bilingual;
}

interface RuleRow {
  readonly nomor: number;
  readonly jalur: string | null;
  readonly jenis: readonly string[];
  /** What a rule that is judged by hand is about. */
  readonly tentang?: string;
}

type Mending = 'lengkapi' | 'tabel' | 'waktu' | 'cacat';

/** By what a row asks (programme/satusehat/README.md): what is wrong, and who can mend it. What stands first in a row decides, but an absence last. */
const asked: Readonly<Record<string, Bilingual & { readonly by: Mending }>> = {
  sistem: { id: 'sistem kodenya tidak diterima di sana', en: 'its coding system is not taken there', by: 'tabel' },
  istilah: { id: 'kodenya tidak dikenal di sana', en: 'its code is not known there', by: 'tabel' },
  acuan: {
    id: 'harus menunjuk catatan jenis yang diminta, yang sudah ada di sana',
    en: 'has to lead to a record of the demanded type that is there already',
    by: 'lengkapi',
  },
  saat: {
    id: 'bukan tanggal dan jam yang utuh, atau di luar masa yang diterima',
    en: 'is no whole date and time, or outside the time that is taken',
    by: 'waktu',
  },
  tanggal: { id: 'bukan tanggal yang diterima', en: 'is no date that is taken', by: 'waktu' },
  jam: { id: 'bukan jam yang diterima', en: 'is no time of day that is taken', by: 'waktu' },
  umur: { id: 'umur itu tidak diterima', en: 'that age is not taken', by: 'waktu' },
  desimal: { id: 'harus bilangan, bukan teks', en: 'has to be a number, not a text', by: 'cacat' },
  bulat: { id: 'harus bilangan bulat, bukan teks', en: 'has to be a whole number, not a text', by: 'cacat' },
  teks: { id: 'teksnya kosong atau bukan teks', en: 'its text is empty or no text', by: 'lengkapi' },
  boolean: { id: 'harus ya atau tidak', en: 'has to be true or false', by: 'cacat' },
  wajib: { id: 'isian ini harus ada', en: 'this element has to be there', by: 'lengkapi' },
};
const order = Object.keys(asked);

const mendings: Readonly<Record<Mending, Bilingual>> = {
  lengkapi: {
    id: 'Lengkapi isian asalnya (lihat selnya) atau jejaring, dan kirim ulang barisnya',
    en: 'Complete the entry it comes from (see its cell) or jejaring, and send the row again',
  },
  tabel: {
    id: 'Periksa tabel sumber atau elemen yang memberi kode itu, lalu titian replay',
    en: 'Look at the table of the source or element that gives the code, then titian replay',
  },
  waktu: {
    id: 'Periksa tanggal dan jam pada catatan asal (lihat selnya), dan kirim ulang barisnya',
    en: 'Look at date and time in the original record (see its cell), and send the row again',
  },
  cacat: {
    id: 'Ini cacat Titian atau tabelnya: laporkan beserta nomor aturannya, dan perbarui Titian',
    en: 'This is a defect of Titian or its tables: report it with the number of the rule, and update Titian',
  },
};

let dictionary: ReadonlyMap<string, RuleWords> | undefined;

/** The words of a rule by its five digits; undefined where the dictionary has none. Rules of the platform itself (20002 and on) have words of their own. */
export function wordsOfRule(number: string): RuleWords | undefined {
  dictionary ??= readDictionary();
  return dictionary.get(number);
}

function readDictionary(): ReadonlyMap<string, RuleWords> {
  const file = readFileSync(join(packageRoot, 'programme', 'satusehat', 'aturan.json'), 'utf8');
  const { aturan } = JSON.parse(file) as { readonly aturan: readonly RuleRow[] };
  return new Map(aturan.flatMap((row) => toEntry(row)));
}

function toEntry({ nomor, jalur, jenis, tentang }: RuleRow): readonly (readonly [string, RuleWords])[] {
  const first = order.find((ask) => jenis.includes(ask));
  const said = first === undefined ? undefined : asked[first];
  if (said === undefined || jalur === null) return [];
  const number = String(nomor);
  const mending = mendings[said.by];
  const about = tentang === undefined ? '' : ` (${tentang})`;
  const words: RuleWords = {
    meaning: {
      id: `SATUSEHAT tidak menerima ${jalur}${about}: ${said.id}. Bagian itu tidak tersimpan di sana; datanya tetap di sini.`,
      en: `SATUSEHAT does not take ${jalur}: ${said.en}. That part is not stored there; the data is kept here.`,
    },
    remedy: {
      id: `${mending.id}; sesudah sebabnya hilang, coba semuanya sekali lagi: titian redrive --rule ${number}.`,
      en: `${mending.en}; once its cause is gone, try all of them again: titian redrive --rule ${number}.`,
    },
  };
  return [[number, words]];
}
