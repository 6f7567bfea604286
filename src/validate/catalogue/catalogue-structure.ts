import type { CatalogueEntry } from './catalogue-entry.ts';

/** What base R4 can find wrong in the elements of a resource. */
export const STRUCTURE_CODES: Readonly<Record<string, CatalogueEntry>> = {
  'element-unknown': {
    type: 'structure',
    title: { id: 'Elemen tidak dikenal', en: 'Unknown element' },
    says: { id: 'Elemen {came} tidak dikenal di sini.', en: 'The element {came} is not known here.' },
    meaning: {
      id: 'FHIR tidak mengizinkan elemen di luar definisi; data tambahan ditulis sebagai extension.',
      en: 'FHIR allows no element outside the definition; additional data is written as an extension.',
    },
    remedy: {
      id: 'Periksa ejaannya, hapus, atau pindahkan ke extension.',
      en: 'Check its spelling, remove it, or move it to an extension.',
    },
  },
  'element-empty': {
    type: 'structure',
    title: { id: 'Elemen kosong', en: 'Empty element' },
    says: { id: 'Elemen ini ada tetapi tidak berisi apa-apa.', en: 'The element is present but holds nothing.' },
    meaning: {
      id: 'Setiap elemen FHIR harus punya nilai atau isi (aturan ele-1).',
      en: 'Every FHIR element has a value or children (rule ele-1).',
    },
    remedy: { id: 'Isi elemennya atau hapus seluruhnya.', en: 'Fill the element or remove it altogether.' },
  },
  'contained-nested': {
    type: 'invariant',
    title: { id: 'contained di dalam contained', en: 'Contained within contained' },
    says: {
      id: 'Resource di dalam contained tidak boleh memuat contained lagi.',
      en: 'A contained resource may not contain others itself.',
    },
    meaning: { id: 'Aturan dom-2.', en: 'Rule dom-2.' },
    remedy: { id: 'Pindahkan ke contained resource terluar.', en: 'Move it to contained of the outermost resource.' },
  },
  'list-empty': {
    type: 'structure',
    title: { id: 'Daftar kosong', en: 'Empty list' },
    says: { id: 'Daftar ini kosong.', en: 'The list is empty.' },
    meaning: {
      id: 'JSON FHIR tidak mengenal daftar kosong: elemen tanpa isi tidak ditulis.',
      en: 'FHIR JSON has no empty lists: an element without content is left out.',
    },
    remedy: { id: 'Hapus elemen ini atau isi daftarnya.', en: 'Remove the element or fill the list.' },
  },
  'null-value': {
    type: 'structure',
    title: { id: 'Nilai null', en: 'Null value' },
    says: { id: 'null tidak boleh berdiri di sini.', en: 'null is not allowed here.' },
    meaning: {
      id: 'null hanya boleh di dalam daftar nilai sederhana bila pasangannya (dengan garis bawah) berisi objek di tempat yang sama.',
      en: 'null is only allowed in a list of primitives whose companion (with the underscore) holds an object at the same place.',
    },
    remedy: { id: 'Hapus elemen yang tidak ada nilainya.', en: 'Leave out the element that has no value.' },
  },
  'type-wrong': {
    type: 'structure',
    title: { id: 'Jenis nilai salah', en: 'Wrong type' },
    says: { id: 'Seharusnya {expected}, yang datang {came}.', en: 'Expected {expected}, but {came} came.' },
    meaning: {
      id: 'Nilai ditulis dengan jenis JSON yang lain dari yang ditetapkan FHIR.',
      en: 'The value is written in another JSON type than FHIR asks for.',
    },
    remedy: {
      id: 'Tulis nilai dengan jenis yang diminta; angka dan true/false tanpa tanda kutip, elemen berulang dalam [ ].',
      en: 'Write the value in the type asked for: numbers and booleans without quotes, repeating elements in [ ].',
    },
  },
  'primitive-syntax': {
    type: 'value',
    title: { id: 'Penulisan nilai salah', en: 'Wrong syntax' },
    says: { id: 'Bukan {expected} yang sah: yang datang {came}.', en: 'Not a valid {expected}: {came} came.' },
    meaning: {
      id: 'Nilai tidak mengikuti penulisan yang ditetapkan FHIR R4 untuk jenis ini, atau menyebut tanggal yang tidak ada.',
      en: 'The value does not follow the R4 syntax of its type, or names a day that does not exist.',
    },
    remedy: {
      id: 'Perbaiki penulisannya: tanggal 2026-08-01, waktu dengan zona 2026-08-01T09:00:00+07:00, tanpa spasi di awal dan akhir kode.',
      en: 'Correct it: date 2026-08-01, time with zone 2026-08-01T09:00:00+07:00, codes without blanks around them.',
    },
  },
  'cardinality-min': {
    type: 'required',
    title: { id: 'Elemen wajib tidak ada', en: 'Required element missing' },
    says: { id: 'Elemen ini wajib ada, sedikitnya {expected}.', en: 'The element is required, at least {expected}.' },
    meaning: { id: 'Definisi atau profil mewajibkan elemen ini.', en: 'The definition or profile requires the element.' },
    remedy: { id: 'Lengkapi elemen ini dari catatan asal.', en: 'Supply the element from the original record.' },
  },
  'cardinality-max': {
    type: 'structure',
    title: { id: 'Elemen terlalu banyak', en: 'Too many elements' },
    says: { id: 'Elemen ini paling banyak {expected}.', en: 'At most {expected} of this element are allowed.' },
    meaning: {
      id: 'Profil membatasi jumlah elemen ini; 0 berarti tidak boleh ada.',
      en: 'The profile limits how many there may be; 0 means none.',
    },
    remedy: { id: 'Hapus yang berlebih.', en: 'Remove what is too much.' },
  },
  'choice-many': {
    type: 'structure',
    title: { id: 'Dua pilihan sekaligus', en: 'Two choices at once' },
    says: { id: 'Hanya satu dari pilihan jenis nilai ini yang boleh diisi.', en: 'Only one of the types of this choice may be given.' },
    meaning: { id: 'Elemen dengan [x] hanya boleh ditulis dalam satu jenis.', en: 'An element with [x] is written in one type only.' },
    remedy: { id: 'Simpan satu nilai dan hapus yang lain.', en: 'Keep one value and remove the others.' },
  },
  'extension-value': {
    type: 'invariant',
    title: { id: 'Isi extension salah', en: 'Wrong content of an extension' },
    says: {
      id: 'Extension harus berisi value[x] atau extension di dalamnya, tepat salah satu.',
      en: 'An extension holds either a value[x] or inner extensions, exactly one of them.',
    },
    meaning: { id: 'Aturan ext-1.', en: 'Rule ext-1.' },
    remedy: {
      id: 'Isi value[x], atau pakai extension di dalamnya, jangan keduanya.',
      en: 'Give a value[x] or inner extensions, not both.',
    },
  },
  'reference-target': {
    type: 'value',
    title: { id: 'Rujukan ke jenis yang salah', en: 'Reference to the wrong type' },
    says: { id: 'Rujukan ini hanya boleh ke {expected}.', en: 'The reference may only point at {expected}.' },
    meaning: { id: 'Jenis resource dalam rujukan tidak diizinkan di sini.', en: 'The type of resource referred to is not allowed here.' },
    remedy: { id: 'Rujuk resource dengan jenis yang diizinkan.', en: 'Refer to a resource of an allowed type.' },
  },
};
