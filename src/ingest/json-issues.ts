import type { Issue, Severity } from '../fhir/issue.ts';
import type { CutFault, FilePlace } from './json-cut.ts';
import { toFileIssue } from './file-issue.ts';

const resend = [
  'Perbaiki di aplikasi asal atau ekspor ulang, lalu kirim lagi.',
  'Correct it at its origin or export it again, and resend.',
] as const;
const asLines = ['Kirim sebagai NDJSON: satu rekaman lengkap per baris.', 'Send it as NDJSON: one complete record a line.'] as const;

/** Text that is no JSON, with the place where it stops being any. */
export function toSyntaxIssue({ line, column }: FilePlace, expected: string, severity: Severity = 'error'): Issue {
  return toFileIssue({
    code: 'json-rusak',
    severity,
    text: `Baris ${String(line)}, kolom ${String(column)}: bukan JSON yang sah, diharapkan ${expected}. ${resend[0]}`,
    diagnostics: `Line ${String(line)}, column ${String(column)}: not valid JSON, expected ${expected}. ${resend[1]}`,
  });
}

const faultWords: Readonly<Record<Exclude<CutFault, 'envelope' | 'depth'>, readonly [string, string]>> = {
  string: ['tanda kutip (") yang ditutup pada baris yang sama', 'a string that is closed on its line'],
  bracket: ['kurung tutup yang sesuai dengan kurung bukanya', 'the closing bracket that fits the one opened'],
  trailing: [
    'akhir berkas; untuk banyak objek kirim NDJSON, satu objek per baris',
    'the end of the file; send many objects as NDJSON, one a line',
  ],
  end: ['kelanjutannya: berkas terpotong', 'more: the file was cut off'],
};

/** A document that cannot be read on from a place. */
export function toCutIssue(why: CutFault, place: FilePlace, severity: Severity): Issue {
  if (why === 'depth') return { ...toDepthIssue(place), severity };
  if (why === 'envelope') return toTooLargeIssue(severity);
  const [id, en] = faultWords[why];
  return {
    ...toSyntaxIssue(place, id, severity),
    diagnostics: `Line ${String(place.line)}, column ${String(place.column)}: not valid JSON, expected ${en}. ${resend[1]}`,
  };
}

/** Objects within objects beyond any record. */
export function toDepthIssue({ line, column }: FilePlace): Issue {
  return toFileIssue({
    code: 'json-terlalu-dalam',
    severity: 'error',
    type: 'too-long',
    text: `Baris ${String(line)}, kolom ${String(column)}: objek bersarang terlalu dalam, jadi tidak dibaca. ${resend[0]}`,
    diagnostics: `Line ${String(line)}, column ${String(column)}: nested too deeply, so it was not read. ${resend[1]}`,
  });
}

/** More has to be held at once than there is room for. */
export function toTooLargeIssue(severity: Severity): Issue {
  return toFileIssue({
    code: 'json-terlalu-besar',
    severity,
    type: 'too-long',
    text: `Isi dokumen di luar daftar rekaman, atau rekaman yang menunggu isi itu, lebih dari 64 MB. ${asLines[0]} Atau tulis isi dokumen sebelum daftar rekamannya.`,
    diagnostics: `What the document holds beside its records, or the records that wait for it, is more than 64 MB. ${asLines[1]} Or write it before the list of records.`,
  });
}

/** A record longer than the limit was dropped while it passed. */
export function toLongRecordIssue({ line }: FilePlace, mostBytes: number): Issue {
  const limit = `${String(Math.floor(mostBytes / 1024))} KB`;
  return toFileIssue({
    code: 'rekaman-terlalu-besar',
    severity: 'error',
    type: 'too-long',
    text: `Baris ${String(line)}: rekaman lebih panjang dari ${limit}, jadi tidak dibaca. Bagi rekamannya, lalu kirim ulang.`,
    diagnostics: `Line ${String(line)}: the record is longer than ${limit}, so it was not read. Split it and resend.`,
  });
}

/** A field stands twice in one object; the last one counts. */
export function toDoubledIssue(names: readonly string[]): Issue {
  const list = names.slice(0, 10).join(', ');
  return {
    ...toFileIssue({
      code: 'isian-ganda',
      severity: 'warning',
      text: `Isian ${list} tertulis dua kali dalam satu objek; yang terakhir dibaca. Hapus salah satunya.`,
      diagnostics: `${list} stands twice in one object; the last one was read. Remove one of them.`,
    }),
    ...(names[0] === undefined ? {} : { cell: names[0] }),
  };
}

/** The document has no list where its records should be. */
export function toNoRecordsIssue(path: string): Issue {
  return toFileIssue({
    code: 'daftar-tidak-ditemukan',
    severity: 'fatal',
    type: 'not-found',
    text: `Diharapkan daftar rekaman di ${path}, tetapi dokumen ini tidak memuatnya. Pilih sumber yang benar, atau kirim daftar itu saja atau NDJSON.`,
    diagnostics: `Expected the list of records at ${path}, but the document has none. Choose the right source, or send the list alone or NDJSON.`,
  });
}

/** Something else than JSON came. */
export function toNotJsonIssue(found: { readonly id: string; readonly en: string } | undefined): Issue {
  const id = found === undefined ? 'bukan JSON' : `ini ${found.id}`;
  const en = found === undefined ? 'is not' : `is ${found.en}`;
  return toFileIssue({
    code: 'bukan-json',
    severity: 'fatal',
    type: 'not-supported',
    text: `Diharapkan berkas JSON atau NDJSON, tetapi ${id}. Ekspor sebagai JSON, atau pilih sumber yang membaca berkas ini.`,
    diagnostics: `Expected JSON or NDJSON, but this ${en}. Export it as JSON, or choose a source that reads this file.`,
  });
}

/** There is nothing in the file, or no record in its list. */
export function toEmptyIssue(severity: 'fatal' | 'warning'): Issue {
  return toFileIssue({
    code: 'berkas-kosong',
    severity,
    text: 'Berkas tidak memuat satu pun rekaman. Periksa ekspornya, lalu kirim lagi.',
    diagnostics: 'The file holds no record at all. Look at the export and resend.',
  });
}
