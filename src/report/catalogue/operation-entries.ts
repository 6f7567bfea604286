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
      id: 'Pakai kunci dengan hak yang disebut; kunci baru dibuat dengan `titian keys create --name NAMA --scope operasi`.',
      en: 'Use a key with the scope that is named; make one with `titian keys create --name NAME --scope operasi`.',
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
} as const satisfies Readonly<Record<string, PageEntry>>;
