import type { PageEntry } from './error-page.ts';

const nothingDone = {
  id: 'Permintaan tidak dilayani; tidak ada yang diubah.',
  en: 'The request is not served; nothing was changed.',
};

/** Faults of a request about what is held and about platforms. */
export const operationEntries = {
  'kunci-tanpa-hak': {
    severities: ['error'],
    title: { id: 'Kunci tidak mempunyai hak untuk ini', en: 'The key has no right to this' },
    meaning: nothingDone,
    remedy: {
      id: 'Pakai kunci dengan hak yang disebut; kunci baru dibuat dengan `titian keys create --name NAMA --scope HAK`.',
      en: 'Use a key with the scope that is named; make one with `titian keys create --name NAME --scope SCOPE`.',
    },
  },
  'insiden-tidak-dikenal': {
    severities: ['error'],
    title: { id: 'Insiden tidak dikenal', en: 'Unknown incident' },
    meaning: nothingDone,
    remedy: { id: 'Lihat daftarnya dengan titian incidents list.', en: 'See the list with titian incidents list.' },
  },
  'koreksi-tidak-ditunggu': {
    severities: ['error'],
    title: { id: 'Tidak ada koreksi yang menunggu tangan', en: 'No correction by hand is waited for' },
    meaning: nothingDone,
    remedy: {
      id: 'Lihat yang menunggu dengan titian owed --list --reason koreksi-perlu-tangan.',
      en: 'See what waits with titian owed --list --reason koreksi-perlu-tangan.',
    },
  },
  'platform-tidak-dikenal': {
    severities: ['error'],
    title: { id: 'Platform tidak dikenal', en: 'Unknown platform' },
    meaning: nothingDone,
    remedy: { id: 'Pakai salah satu platform yang disebut dalam jawaban.', en: 'Use one of the platforms the answer names.' },
  },
  'permintaan-tidak-sah': {
    severities: ['error'],
    title: { id: 'Isi permintaan tidak sah', en: 'The contents of the request are not valid' },
    meaning: nothingDone,
    remedy: {
      id: 'Perbaiki bagian yang disebut; jawaban menyebut apa yang seharusnya. Yang tertulis tidak diulang, karena dapat memuat data orang.',
      en: 'Correct the part that is named; the answer says what was expected. What came is not repeated, for it may hold data of a person.',
    },
  },
  'kunjungan-tidak-dikenal': {
    severities: ['error'],
    title: { id: 'Tidak ada kunjungan dengan nomor itu', en: 'There is no visit with that id' },
    meaning: nothingDone,
    remedy: {
      id: 'Lihat daftarnya: `GET /v1/confirmations` atau `titian confirm`.',
      en: 'See the list: `GET /v1/confirmations` or `titian confirm`.',
    },
  },
  'peringatan-tidak-dikenal': {
    severities: ['error'],
    title: { id: 'Tidak ada peringatan dengan nomor itu', en: 'There is no warning with that id' },
    meaning: {
      id: 'Nomornya salah, atau peringatan itu milik tempat di luar puskesmas kunci ini; tidak ada yang diubah.',
      en: 'The id is wrong, or the warning belongs to a place outside the puskesmas of this key; nothing was changed.',
    },
    remedy: {
      id: 'Lihat daftarnya: `GET /v1/warnings` atau `titian warnings`.',
      en: 'See the list: `GET /v1/warnings` or `titian warnings`.',
    },
  },
  'tidak-menunggu-konfirmasi': {
    severities: ['error'],
    title: { id: 'Elemen itu tidak menunggu konfirmasi', en: 'That element waits for no confirmation' },
    meaning: {
      id: 'Mungkin sudah dikonfirmasi, atau berkasnya sudah diperbaiki; tidak ada yang diubah.',
      en: 'It may have been confirmed, or its file was corrected; nothing was changed.',
    },
    remedy: {
      id: 'Lihat daftarnya: `GET /v1/confirmations` atau `titian confirm`.',
      en: 'See the list: `GET /v1/confirmations` or `titian confirm`.',
    },
  },
} as const satisfies Readonly<Record<string, PageEntry>>;
