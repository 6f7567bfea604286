import type { CatalogueEntry } from './catalogue-entry.ts';

/** What extensions, and the profiles of what references point at, can find wrong. */
export const EXTENSION_CODES: Readonly<Record<string, CatalogueEntry>> = {
  'slice-many': {
    type: 'structure',
    title: { id: 'Termasuk dua bagian', en: 'Member of two slices' },
    says: { id: 'Anggota ini memenuhi dua bagian sekaligus: {expected}.', en: 'This member belongs to two slices at once: {expected}.' },
    meaning: {
      id: 'Setiap anggota hanya boleh termasuk satu bagian, karena setiap bagian punya aturannya sendiri.',
      en: 'A member may belong to one slice only, because each slice has rules of its own.',
    },
    remedy: { id: 'Pisahkan isinya menjadi dua anggota.', en: 'Divide its content into two members.' },
  },
  'reference-profile': {
    type: 'structure',
    title: { id: 'Sasaran rujukan tidak sesuai profil', en: 'The target does not follow the profile' },
    says: { id: 'Sasaran rujukan ini harus mengikuti {expected}.', en: 'What this reference points at must follow {expected}.' },
    meaning: {
      id: 'Profil menuntut sasaran yang mengikuti profil tertentu; sasaran di Bundle atau contained ikut diperiksa.',
      en: 'The profile asks for a target that follows a profile; targets in the Bundle or contained are checked.',
    },
    remedy: { id: 'Periksa resource sasarannya terhadap profil itu.', en: 'Validate the target against that profile.' },
  },
  'reference-aggregation': {
    type: 'structure',
    title: { id: 'Sasaran rujukan di tempat lain', en: 'The target is in the wrong place' },
    says: {
      id: 'Sasaran rujukan harus berada di: {expected}.',
      en: 'The target of the reference must be: {expected}.',
    },
    meaning: {
      id: 'contained: di dalam resource ini; bundled: di Bundle yang sama; referenced: di luar.',
      en: 'contained: inside this resource; bundled: in the same Bundle; referenced: elsewhere.',
    },
    remedy: { id: 'Pindahkan sasarannya, atau ubah rujukannya.', en: 'Move the target, or change the reference.' },
  },
  'extension-part': {
    type: 'structure',
    title: { id: 'Bagian extension tidak dikenal', en: 'Unknown part of an extension' },
    says: { id: 'Bagian ini tidak ada di extension {expected}.', en: 'The extension {expected} has no such part.' },
    meaning: {
      id: 'Bagian extension majemuk harus tercantum di definisinya.',
      en: 'The parts of a complex extension are those its definition names.',
    },
    remedy: { id: 'Periksa ejaan url bagian itu.', en: 'Check the spelling of the url of the part.' },
  },
};
