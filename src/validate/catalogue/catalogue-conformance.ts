import type { CatalogueEntry } from './catalogue-entry.ts';

/** What can be wrong with definitions: search parameters and profiles. */
export const CONFORMANCE_CODES: Readonly<Record<string, CatalogueEntry>> = {
  'search-parameter-components': {
    type: 'business-rule',
    title: { id: 'Parameter gabungan tanpa bagian', en: 'Composite without parts' },
    says: {
      id: 'Parameter pencarian composite butuh dua bagian atau lebih.',
      en: 'A composite search parameter needs two components or more.',
    },
    meaning: { id: 'Gabungan dari satu bagian bukan gabungan.', en: 'A composite of one part is none.' },
    remedy: { id: 'Tambahkan component, atau ganti type.', en: 'Add components, or change the type.' },
  },
  'search-parameter-base': {
    type: 'value',
    title: { id: 'Ekspresi untuk jenis lain', en: 'Expression for another type' },
    says: { id: 'Ekspresi harus mulai dari jenis di base: {expected}.', en: 'The expression must begin with a type in base: {expected}.' },
    meaning: {
      id: 'Ekspresi dijalankan pada resource jenis base saja.',
      en: 'The expression is run on resources of the types in base only.',
    },
    remedy: { id: 'Betulkan base atau ekspresi.', en: 'Correct base or the expression.' },
  },
  'root-sliced': {
    type: 'invariant',
    title: { id: 'Akar profil diiris', en: 'Root of a profile sliced' },
    says: { id: 'Elemen pertama profil tidak boleh punya slicing.', en: 'The first element of a profile cannot have slicing.' },
    meaning: { id: 'Aturan sdf-20: yang diiris adalah isinya.', en: 'Rule sdf-20: what is inside can be sliced.' },
    remedy: { id: 'Hapus slicing dari elemen pertama.', en: 'Remove the slicing from the first element.' },
  },
};
