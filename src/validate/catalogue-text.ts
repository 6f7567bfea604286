import type { CatalogueEntry } from './catalogue-entry.ts';

/** What can be wrong with a text before its JSON is looked at. */
export const TEXT_CODES: Readonly<Record<string, CatalogueEntry>> = {
  'text-too-large': {
    type: 'too-long',
    title: { id: 'Teks JSON terlalu besar', en: 'JSON text too large' },
    says: {
      id: 'Satu teks JSON di sini lebih besar dari {expected}.',
      en: 'One JSON text here is larger than {expected}.',
    },
    meaning: {
      id: 'Satu resource atau Bundle sebesar ini tidak dibaca, supaya memori tetap terbatas.',
      en: 'A single resource or Bundle of this size is not read, so that memory stays bounded.',
    },
    remedy: {
      id: 'Bagi Bundle menjadi beberapa file, atau tulis sebagai NDJSON: satu resource satu baris.',
      en: 'Split the Bundle into several files, or write NDJSON: one resource a line.',
    },
  },
};
