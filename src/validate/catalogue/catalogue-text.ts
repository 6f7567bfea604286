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
  'resource-type-other': {
    type: 'structure',
    title: { id: 'Jenis resource lain dari yang diminta', en: 'Another resource type than asked for' },
    says: {
      id: 'Alamat meminta {expected}, isinya {came}.',
      en: 'The address asks for {expected}, but the body is {came}.',
    },
    meaning: {
      id: 'Operasi $validate pada satu jenis hanya memeriksa resource dari jenis itu.',
      en: 'The operation $validate on a type validates only resources of that type.',
    },
    remedy: {
      id: 'Kirim ke alamat jenis yang sesuai, atau ke /fhir/$validate untuk jenis apa pun.',
      en: 'Send it to the address of its own type, or to /fhir/$validate for any type.',
    },
  },
  'nothing-found': {
    type: 'informational',
    severities: ['information'],
    title: { id: 'Tidak ada temuan', en: 'Nothing found' },
    says: { id: 'Sah: tidak ada temuan.', en: 'Valid: nothing was found.' },
    meaning: {
      id: 'Resource memenuhi R4 dan semua profil yang diminta atau disebutnya.',
      en: 'The resource holds against R4 and every profile it names or was asked for.',
    },
    remedy: { id: 'Tidak ada yang perlu dilakukan.', en: 'There is nothing to do.' },
  },
};
