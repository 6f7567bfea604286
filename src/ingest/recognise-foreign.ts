import type { Issue } from '../fhir/issue.ts';
import { toFileIssue } from './file-issue.ts';

interface Foreign {
  readonly matches: (head: Uint8Array, text: string) => boolean;
  readonly id: string;
  readonly en: string;
  readonly remedy: readonly [string, string];
}

const saveAsCsv = [
  'Buka di Excel, pilih Simpan Sebagai, jenis "CSV UTF-8", lalu kirim berkas CSV itu.',
  'Open it in Excel, choose Save As, type "CSV UTF-8", and send that CSV file.',
] as const;
const extract = ['Buka arsipnya lebih dulu, lalu kirim berkas CSV di dalamnya.', 'Extract it first and send the CSV file inside.'] as const;
const exportAgain = [
  'Ekspor datanya sebagai CSV dari aplikasi asal, lalu kirim lagi.',
  'Export the data as CSV from the original program and send it again.',
] as const;

const startsWith =
  (...magic: readonly number[]) =>
  (head: Uint8Array): boolean =>
    magic.every((byte, index) => head[index] === byte);

const zip = startsWith(0x50, 0x4b, 0x03, 0x04);

// Order matters: an XLSX is a zip, an HTML table is text. Magic numbers as published by each format's owner.
const foreigners: readonly Foreign[] = [
  {
    matches: (head, text) => zip(head) && /xl\/|\[Content_Types\]|spreadsheet/.test(text),
    id: 'buku kerja Excel (XLSX)',
    en: 'an Excel workbook (XLSX)',
    remedy: saveAsCsv,
  },
  { matches: zip, id: 'arsip ZIP', en: 'a ZIP archive', remedy: extract },
  { matches: startsWith(0xd0, 0xcf, 0x11, 0xe0), id: 'buku kerja Excel lama (XLS)', en: 'an old Excel workbook (XLS)', remedy: saveAsCsv },
  { matches: startsWith(0x09, 0x08), id: 'buku kerja Excel lama (BIFF)', en: 'an old Excel workbook (BIFF)', remedy: saveAsCsv },
  { matches: startsWith(0x25, 0x50, 0x44, 0x46), id: 'dokumen PDF', en: 'a PDF document', remedy: exportAgain },
  { matches: startsWith(0x1f, 0x8b), id: 'berkas terkompresi (gzip)', en: 'a gzip file', remedy: extract },
  { matches: startsWith(0x52, 0x61, 0x72, 0x21), id: 'arsip RAR', en: 'a RAR archive', remedy: extract },
  { matches: startsWith(0x37, 0x7a, 0xbc, 0xaf), id: 'arsip 7z', en: 'a 7z archive', remedy: extract },
  { matches: startsWith(0x89, 0x50, 0x4e, 0x47), id: 'gambar PNG', en: 'a PNG picture', remedy: exportAgain },
  { matches: startsWith(0xff, 0xd8, 0xff), id: 'foto JPEG', en: 'a JPEG photograph', remedy: exportAgain },
  {
    matches: (_head, text) => /^\s*<(!doctype html|html|head|meta|style|table|body)\b/i.test(text),
    id: 'tabel HTML (sering bernama .xls)',
    en: 'an HTML table (often named .xls)',
    remedy: saveAsCsv,
  },
  { matches: (_head, text) => /^\s*<\?xml\b/i.test(text), id: 'berkas XML', en: 'an XML file', remedy: saveAsCsv },
  {
    matches: (_head, text) => /^\s*(\[\s*(\[|\{|"|\]|-?\d)|\{\s*["}])/.test(text),
    id: 'JSON',
    en: 'JSON',
    remedy: [
      'Kirim dengan source yang membaca JSON, atau ekspor sebagai CSV.',
      'Send it with a source that reads JSON, or export it as CSV.',
    ],
  },
];

/** The kind of file that certain first bytes betray, in both languages; undefined for text that may be a table. */
export function findForeign(head: Uint8Array): Pick<Foreign, 'id' | 'en' | 'remedy'> | undefined {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 8192))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '');
  return foreigners.find((candidate) => candidate.matches(head, text));
}

/** Recognises a file that is certainly not a delimited text by its first bytes, and says how to make one of it. */
export function recogniseForeign(head: Uint8Array): Issue | undefined {
  const foreign = findForeign(head);
  if (foreign === undefined) return undefined;
  return toFileIssue({
    code: 'bukan-csv',
    severity: 'fatal',
    type: 'not-supported',
    text: `Diharapkan berkas CSV, tetapi ini ${foreign.id}. ${foreign.remedy[0]}`,
    diagnostics: `Expected a CSV file, but this is ${foreign.en}. ${foreign.remedy[1]}`,
  });
}
