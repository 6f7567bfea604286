import type { CatalogueEntry } from './catalogue-entry.ts';

/** What goes wrong with rules themselves rather than with the data they judge. */
export const INVARIANT_CODES: Readonly<Record<string, CatalogueEntry>> = {
  'rule-given-up': {
    type: 'processing',
    severities: ['warning'],
    title: { id: 'Aturan terlalu berat untuk dihitung', en: 'Rule too costly to evaluate' },
    says: {
      id: 'Aturan ini dihentikan karena terlalu berat untuk data sebesar ini: {expected}',
      en: 'This rule was given up, being too costly for data of this size: {expected}',
    },
    meaning: {
      id: 'Aturan profil ini menelusuri data berulang-ulang, sehingga perhitungannya dihentikan; terpenuhi atau tidaknya belum diketahui.',
      en: 'The rule of the profile goes through the data over and over, so its evaluation was given up; whether it holds is not known.',
    },
    remedy: {
      id: 'Sederhanakan aturan pada profil, atau kirim data dalam bagian yang lebih kecil.',
      en: 'Simplify the rule in the profile, or send the data in smaller parts.',
    },
  },
};
