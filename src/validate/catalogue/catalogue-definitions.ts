import type { CatalogueEntry } from './catalogue-entry.ts';

/** What can be wrong with a definition loaded beside the base. */
export const DEFINITION_CODES: Readonly<Record<string, CatalogueEntry>> = {
  'definition-base-unknown': {
    type: 'not-found',
    title: { id: 'Dasar definisi tidak ada', en: 'Base of a definition not found' },
    says: {
      id: 'Profil ini berdiri di atas {expected}, yang tidak ada di sini.',
      en: 'This profile stands on {expected}, which is not known here.',
    },
    meaning: {
      id: 'Tanpa dasarnya, aturan profil tidak dapat disusun; data dengan profil ini ditolak, bukan diloloskan diam-diam.',
      en: 'Without its base the rules of the profile cannot be put together; data that names it is refused, not passed in silence.',
    },
    remedy: {
      id: 'Muat juga paket yang memuat dasar itu, atau betulkan baseDefinition dan type.',
      en: 'Load the package that holds the base as well, or correct baseDefinition and type.',
    },
  },
  'definition-circular': {
    type: 'processing',
    title: { id: 'Profil melingkar', en: 'Circular profile' },
    says: { id: 'Rantai baseDefinition kembali ke {expected}.', en: 'The chain of baseDefinition comes back to {expected}.' },
    meaning: {
      id: 'Setiap profil harus berujung pada sebuah jenis R4; yang melingkar tidak pernah sampai.',
      en: 'Every profile must end at a type of R4; a circular one never does.',
    },
    remedy: { id: 'Betulkan baseDefinition salah satu profil itu.', en: 'Correct the baseDefinition of one of these profiles.' },
  },
  'definition-broken': {
    type: 'processing',
    title: { id: 'Definisi rusak', en: 'Broken definition' },
    says: { id: 'Definisi profil tidak dapat dibaca: {expected}.', en: 'The definition of the profile cannot be read: {expected}.' },
    meaning: {
      id: 'Snapshot atau differential profil tidak tersusun sebagaimana mestinya, sehingga aturannya tidak dapat diperiksa.',
      en: 'The snapshot or differential is not put together as it must be, so its rules cannot be checked.',
    },
    remedy: {
      id: 'Bangun ulang profil itu dengan alat pembuatnya (mis. SUSHI).',
      en: 'Build the profile again with the tool it came from (such as SUSHI).',
    },
  },
  'definition-too-large': {
    type: 'too-long',
    title: { id: 'Definisi terlalu besar', en: 'Definition too large' },
    says: { id: 'Definisi profil melampaui batas {expected}.', en: 'The definition of the profile goes beyond the limit of {expected}.' },
    meaning: {
      id: 'Ada batas jumlah dan kedalaman elemen, supaya sebuah berkas tidak dapat menghentikan pemeriksaan.',
      en: 'The number and depth of elements are limited, so that one file cannot bring validation to a halt.',
    },
    remedy: { id: 'Perkecil definisi itu.', en: 'Make the definition smaller.' },
  },
  'definition-not-profile': {
    type: 'not-supported',
    title: { id: 'Bukan profil', en: 'Not a profile' },
    says: {
      id: 'Yang disebut bukan profil atas jenis R4, melainkan {expected}.',
      en: 'What is named is no profile of an R4 type but {expected}.',
    },
    meaning: {
      id: 'Hanya StructureDefinition yang membatasi jenis R4 (derivation = constraint) dapat diperiksa.',
      en: 'Only a StructureDefinition that constrains a type of R4 (derivation = constraint) can be checked.',
    },
    remedy: { id: 'Sebut profil yang benar.', en: 'Name the right profile.' },
  },
};
