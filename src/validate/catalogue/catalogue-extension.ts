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
  'extension-relative': {
    type: 'structure',
    title: { id: 'Alamat extension tidak lengkap', en: 'Extension without a full address' },
    says: { id: 'Url extension harus alamat lengkap.', en: 'The url of an extension must be a full address.' },
    meaning: {
      id: 'Hanya bagian di dalam extension majemuk boleh memakai nama pendek.',
      en: 'Only the parts of a complex extension have short names.',
    },
    remedy: { id: 'Tulis alamat lengkap definisinya.', en: 'Write the full address of its definition.' },
  },
  'extension-modifier': {
    type: 'structure',
    title: { id: 'Extension ini mengubah makna', en: 'This extension modifies' },
    says: { id: 'Extension {expected} harus berada di modifierExtension.', en: 'The extension {expected} belongs in modifierExtension.' },
    meaning: {
      id: 'Definisinya menyatakan bahwa extension ini mengubah makna elemen; penerima harus memahaminya.',
      en: 'Its definition says that it changes the meaning of the element; receivers must understand it.',
    },
    remedy: { id: 'Pindahkan ke modifierExtension.', en: 'Move it to modifierExtension.' },
  },
  'extension-not-modifier': {
    type: 'structure',
    title: { id: 'Bukan extension pengubah makna', en: 'Not a modifier extension' },
    says: {
      id: 'Extension {expected} tidak boleh di modifierExtension.',
      en: 'The extension {expected} does not belong in modifierExtension.',
    },
    meaning: {
      id: 'Hanya extension yang ditandai mengubah makna boleh berada di modifierExtension.',
      en: 'Only extensions marked as modifying may stand in modifierExtension.',
    },
    remedy: { id: 'Pindahkan ke extension.', en: 'Move it to extension.' },
  },
  'extension-context': {
    type: 'structure',
    title: { id: 'Extension di tempat yang salah', en: 'Extension in the wrong place' },
    says: {
      id: 'Extension {expected} tidak boleh dipakai pada elemen ini.',
      en: 'The extension {expected} may not be used on this element.',
    },
    meaning: {
      id: 'Definisi extension menyebut elemen tempat ia boleh dipakai.',
      en: 'The definition of an extension names the elements it may stand in.',
    },
    remedy: { id: 'Pindahkan ke elemen yang disebut definisinya.', en: 'Move it to an element its definition names.' },
  },
  'extension-context-rule': {
    type: 'invariant',
    title: { id: 'Syarat pemakaian extension tidak terpenuhi', en: 'The condition for the extension is not met' },
    says: {
      id: 'Syarat pemakaian extension {expected} tidak terpenuhi.',
      en: 'The condition for using the extension {expected} is not met.',
    },
    meaning: {
      id: 'Definisi extension menyertakan aturan tentang elemen tempat ia dipakai (contextInvariant).',
      en: 'The definition states a rule about the element it is used on (contextInvariant).',
    },
    remedy: { id: 'Periksa elemen tempat extension itu berada.', en: 'Check the element the extension stands in.' },
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
