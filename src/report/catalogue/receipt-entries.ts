import type { PageEntry } from './error-page.ts';

const nothingChanged = { id: 'Tidak ada yang berubah.', en: 'Nothing has changed.' };

/** Faults of requests for receipts and outcomes. */
export const receiptEntries = {
  'tanda-terima-tidak-ada': {
    severities: ['error'],
    title: { id: 'Tidak ada kiriman dengan nomor itu untuk kunci ini', en: 'This key has no submission of that number' },
    meaning: {
      id: 'Tanda terima hanya diberikan kepada kunci yang menyerahkan berkasnya, atau kunci dengan hak `operasi`.',
      en: 'A receipt is given only to the key that handed the file in, or to one with the scope `operasi`.',
    },
    remedy: {
      id: 'Periksa nomor `id` pada jawaban saat mengirim, dan pakai kunci dengan nama yang sama.',
      en: 'Check the `id` in the answer to the submission, and use a key of the same name.',
    },
  },
  'bentuk-tanda-terima': {
    severities: ['error'],
    title: { id: 'Parameter format salah', en: 'Wrong parameter format' },
    meaning: nothingChanged,
    remedy: { id: 'Pakai `format=jose` atau `format=json`.', en: 'Use `format=jose` or `format=json`.' },
  },
  'kursor-salah': {
    severities: ['error'],
    title: { id: 'Kursor salah', en: 'Wrong cursor' },
    meaning: nothingChanged,
    remedy: {
      id: 'Salin `next` dari jawaban sebelumnya utuh dan jangan menyusunnya sendiri. Tanpa kursor, semuanya diberikan dari awal.',
      en: 'Copy `next` of the answer before whole, and never make one up. Without a cursor everything is given from the beginning.',
    },
  },
  'limit-salah': {
    severities: ['error'],
    title: { id: 'Parameter limit salah', en: 'Wrong parameter limit' },
    meaning: nothingChanged,
    remedy: { id: 'Pakai bilangan bulat dari 1 sampai 1000.', en: 'Use a whole number from 1 to 1000.' },
  },
} as const satisfies Readonly<Record<string, PageEntry>>;
