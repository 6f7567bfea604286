import type { PageEntry } from './error-page.ts';

const fileRefused = {
  id: 'Bila ditemukan sebelum rekaman pertama, berkas ditolak seluruhnya dan tidak ada yang disimpan; sesudahnya, rekaman yang sudah terbaca tetap berlaku.',
  en: 'Found before the first record the file is refused as a whole and nothing is stored; after it, the records that were read stand.',
};
const recordUnread = {
  id: 'Rekaman itu ditahan dengan alasan `tidak-terbaca`; rekaman lainnya tetap dibaca.',
  en: 'The record is quarantined as `tidak-terbaca`; the others are read.',
};
const exportAgain = {
  id: 'Perbaiki di aplikasi asal pada baris dan kolom yang disebut, atau ekspor ulang, lalu kirim lagi.',
  en: 'Correct it at its origin at the line and column named, or export it again, and resend.',
};

/** Faults of JSON files: their text, their size and where their records stand. */
export const jsonEntries = {
  'bukan-json': {
    severities: ['fatal'],
    title: { id: 'Bukan berkas JSON', en: 'Not a JSON file' },
    meaning: fileRefused,
    remedy: {
      id: 'Ekspor sebagai JSON atau NDJSON, atau pilih sumber yang membaca berkas ini.',
      en: 'Export it as JSON or NDJSON, or choose a source that reads this file.',
    },
  },
  'json-rusak': {
    severities: ['fatal', 'error'],
    title: { id: 'JSON tidak sah', en: 'Text that is no JSON' },
    meaning: fileRefused,
    remedy: exportAgain,
  },
  'json-terlalu-dalam': {
    severities: ['fatal', 'error'],
    title: { id: 'Objek bersarang terlalu dalam', en: 'Objects nested too deeply' },
    meaning: recordUnread,
    remedy: exportAgain,
  },
  'json-terlalu-besar': {
    severities: ['fatal', 'error'],
    title: { id: 'Dokumen JSON terlalu besar untuk dibaca sekaligus', en: 'A JSON document too large to be held at once' },
    meaning: fileRefused,
    remedy: {
      id: 'Kirim sebagai NDJSON, satu rekaman lengkap per baris, atau tulis isi dokumen sebelum daftar rekamannya.',
      en: 'Send it as NDJSON, one complete record a line, or write what belongs to the document before the list of records.',
    },
  },
  'rekaman-terlalu-besar': {
    severities: ['error'],
    title: { id: 'Rekaman terlalu panjang', en: 'A record too long to be read' },
    meaning: recordUnread,
    remedy: { id: 'Bagi rekamannya, lalu kirim ulang.', en: 'Split the record and resend.' },
  },
  'isian-ganda': {
    severities: ['warning'],
    title: { id: 'Isian tertulis dua kali dalam satu objek', en: 'A field stands twice in one object' },
    meaning: { id: 'Yang terakhir dibaca, yang lain tidak.', en: 'The last one is read, the other is not.' },
    remedy: { id: 'Hapus salah satunya, lalu kirim lagi.', en: 'Remove one of them and resend.' },
  },
  'daftar-tidak-ditemukan': {
    severities: ['fatal'],
    title: { id: 'Daftar rekaman tidak ditemukan', en: 'The list of records was not found' },
    meaning: fileRefused,
    remedy: {
      id: 'Pilih sumber yang benar, atau kirim daftar itu saja atau NDJSON.',
      en: 'Choose the right source, or send the list alone or NDJSON.',
    },
  },
} as const satisfies Readonly<Record<string, PageEntry>>;
