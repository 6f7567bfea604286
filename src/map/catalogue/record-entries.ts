import type { CatalogueEntry } from './catalogue-entry.ts';

/** Issues of records in JSON files and of the tables they refer to. */
export const recordEntries = {
  'bukan-rekaman': {
    type: 'structure',
    title: { id: 'Diharapkan objek, tetapi ada nilai lain', en: 'An object was expected, but something else stands there' },
    meaning: { id: 'Rekaman itu ditahan; rekaman lainnya tetap dibaca.', en: 'The record is quarantined; the others are read.' },
    remedy: {
      id: 'Tulis tiap rekaman sebagai objek dalam kurung kurawal, lalu kirim lagi.',
      en: 'Write each record as an object in curly brackets and resend.',
    },
  },
  'rekaman-terlalu-lebar': {
    type: 'too-long',
    title: { id: 'Rekaman berisi lebih dari 2000 isian', en: 'The record holds more than 2000 fields' },
    meaning: { id: 'Rekaman itu ditahan; rekaman lainnya tetap dibaca.', en: 'The record is quarantined; the others are read.' },
    remedy: { id: 'Bagi rekamannya, lalu kirim lagi.', en: 'Split the record and resend.' },
  },
  'tabel-rujukan-tidak-ada': {
    type: 'not-found',
    title: { id: 'Tabel yang dirujuk rekaman tidak ada dalam berkas', en: 'A table that records refer to is not in the file' },
    meaning: { id: 'Rekaman yang memerlukannya ditahan.', en: 'Records that need it are quarantined.' },
    remedy: {
      id: 'Kirim dokumen JSON yang memuat tabel itu bersama rekamannya.',
      en: 'Send a JSON document that holds the table together with the records.',
    },
  },
  'kunci-ganda': {
    type: 'duplicate',
    title: { id: 'Kunci yang sama ada dua kali dalam tabel rujukan', en: 'The same key stands twice in a table that records refer to' },
    meaning: { id: 'Yang pertama dipakai.', en: 'The first one is used.' },
    remedy: { id: 'Hapus atau perbaiki salah satunya.', en: 'Remove or correct one of them.' },
  },
  'tidak-dirujuk': {
    type: 'informational',
    title: { id: 'Rekaman tabel rujukan yang tidak dirujuk', en: 'Records of a table that nothing refers to' },
    meaning: { id: 'Tidak ada kunjungan yang dibuat darinya.', en: 'No visit is made of them.' },
    remedy: {
      id: 'Periksa apakah rekaman kunjungannya tertinggal saat ekspor.',
      en: 'See whether their visits were left out of the export.',
    },
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;
