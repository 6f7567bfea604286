import type { CatalogueEntry } from './catalogue-entry.ts';

/** What profiles, value sets and extensions can find wrong. */
export const PROFILE_CODES: Readonly<Record<string, CatalogueEntry>> = {
  'fixed-value': {
    type: 'value',
    title: { id: 'Nilai tidak sesuai ketetapan', en: 'Not the fixed value' },
    says: { id: 'Nilai harus tepat {expected}, yang datang {came}.', en: 'The value must be exactly {expected}, but {came} came.' },
    meaning: { id: 'Profil menetapkan nilai elemen ini.', en: 'The profile fixes the value of the element.' },
    remedy: { id: 'Pakai nilai yang ditetapkan.', en: 'Use the fixed value.' },
  },
  pattern: {
    type: 'value',
    title: { id: 'Tidak sesuai pola', en: 'Does not match the pattern' },
    says: { id: 'Isi harus memuat {expected}.', en: 'The content must include {expected}.' },
    meaning: {
      id: 'Profil menetapkan bagian yang harus ada; bagian lain boleh ditambahkan.',
      en: 'The profile states what must be there; more may be added.',
    },
    remedy: { id: 'Lengkapi atau betulkan bagian yang ditetapkan.', en: 'Complete or correct the stated parts.' },
  },
  'binding-required': {
    type: 'code-invalid',
    title: { id: 'Kode di luar daftar wajib', en: 'Code outside the required value set' },
    says: { id: 'Kode harus dari daftar {expected}, yang datang {came}.', en: 'The code must be from {expected}, but {came} came.' },
    meaning: { id: 'Elemen ini hanya menerima kode dari daftar nilainya.', en: 'The element only takes codes from its value set.' },
    remedy: { id: 'Pakai kode (dan system) yang ada di daftar itu.', en: 'Use a code (and system) of that value set.' },
  },
  'binding-extensible': {
    severities: ['warning'],
    type: 'code-invalid',
    title: { id: 'Kode di luar daftar anjuran', en: 'Code outside the extensible value set' },
    says: {
      id: 'Kode sebaiknya dari daftar {expected} bila ada yang cocok; yang datang {came}.',
      en: 'The code should be from {expected} where one fits; {came} came.',
    },
    meaning: {
      id: 'Kode lain boleh hanya bila daftar tidak punya konsepnya.',
      en: 'Another code is allowed only if the value set lacks the concept.',
    },
    remedy: { id: 'Pakai kode dari daftar itu bila artinya sama.', en: 'Use a code of that value set if one means the same.' },
  },
  'type-not-allowed': {
    type: 'structure',
    title: { id: 'Jenis nilai tidak diizinkan profil', en: 'Type not allowed by the profile' },
    says: { id: 'Profil hanya mengizinkan {expected}, yang datang {came}.', en: 'The profile only allows {expected}, but {came} came.' },
    meaning: { id: 'Profil mempersempit jenis nilai yang boleh dipakai.', en: 'The profile narrows the types that may be used.' },
    remedy: { id: 'Tulis nilai dengan jenis yang diizinkan.', en: 'Write the value in an allowed type.' },
  },
  'value-limit': {
    type: 'value',
    title: { id: 'Di luar batas profil', en: 'Outside the limits of the profile' },
    says: { id: 'Nilai harus dalam batas {expected}, yang datang {came}.', en: 'The value must be within {expected}, but {came} came.' },
    meaning: { id: 'Profil membatasi besar nilai atau panjang teks.', en: 'The profile limits the value or the length of the text.' },
    remedy: { id: 'Periksa nilai, satuan dan panjangnya pada catatan asal.', en: 'Check value, unit and length in the original record.' },
  },
  'slice-min': {
    type: 'required',
    title: { id: 'Bagian wajib tidak ada', en: 'Required slice missing' },
    says: { id: 'Bagian {expected} wajib ada.', en: 'The slice {expected} is required.' },
    meaning: {
      id: 'Profil mewajibkan anggota daftar yang memenuhi syarat bagian ini (angka: jumlah paling sedikit).',
      en: 'The profile requires list members of this kind (the number is the least count).',
    },
    remedy: {
      id: 'Tambahkan anggota dengan system, code atau url yang disyaratkan bagian itu.',
      en: 'Add a member with the system, code or url the slice asks for.',
    },
  },
  'slice-max': {
    type: 'structure',
    title: { id: 'Bagian terlalu banyak', en: 'Too many in a slice' },
    says: { id: 'Bagian {expected} terlampaui.', en: 'The slice {expected} is exceeded.' },
    meaning: {
      id: 'Profil membatasi jumlah anggota daftar bagian ini (angka: jumlah paling banyak).',
      en: 'The profile limits the members of this slice (the number is the most).',
    },
    remedy: { id: 'Hapus anggota yang berlebih atau ganda.', en: 'Remove superfluous or duplicate members.' },
  },
  'slice-closed': {
    type: 'structure',
    title: { id: 'Anggota di luar bagian', en: 'Member outside every slice' },
    says: {
      id: 'Setiap anggota harus termasuk salah satu bagian {expected}.',
      en: 'Every member must belong to one of the slices {expected}.',
    },
    meaning: {
      id: 'Profil menutup daftar ini: anggota lain tidak diizinkan.',
      en: 'The profile closes the list: no other members are allowed.',
    },
    remedy: {
      id: 'Betulkan system, code atau url anggota ini, atau hapus.',
      en: 'Correct the system, code or url of the member, or remove it.',
    },
  },
  'slice-order': {
    type: 'structure',
    title: { id: 'Urutan bagian salah', en: 'Slices out of order' },
    says: { id: 'Anggota ini tidak pada urutannya: {expected}.', en: 'This member is out of order: {expected}.' },
    meaning: {
      id: 'Profil menetapkan urutan bagian daftar ini; anggota lain, bila boleh, berada di akhir.',
      en: 'The profile sets the order of the slices; other members, where allowed, stand at the end.',
    },
    remedy: { id: 'Urutkan anggota seperti yang disebut.', en: 'Put the members in the order stated.' },
  },
  'extension-unknown': {
    type: 'not-found',
    title: { id: 'Extension tidak dikenal', en: 'Unknown extension' },
    says: { id: 'Extension {expected} tidak dikenal.', en: 'The extension {expected} is not known.' },
    meaning: {
      id: 'Extension dengan alamat panduan kami atau alamat HL7, dan setiap modifierExtension, harus ada definisinya.',
      en: 'An extension under our own or under the HL7 address, and any modifierExtension, must have a definition.',
    },
    remedy: {
      id: 'Periksa ejaan url, atau muat definisinya.',
      en: 'Check the spelling of the url, or load its definition.',
    },
  },
  'profile-unknown': {
    severities: ['error', 'warning'],
    type: 'not-found',
    title: { id: 'Profil tidak dikenal', en: 'Unknown profile' },
    says: {
      id: 'Profil {expected} tidak dikenal, jadi tidak diperiksa.',
      en: 'The profile {expected} is not known, so it was not checked.',
    },
    meaning: {
      id: 'Profil dari pihak lain hanya diberi peringatan; profil dengan alamat panduan kami harus ada.',
      en: 'A profile of others is a warning; one under our own address must exist.',
    },
    remedy: {
      id: 'Periksa ejaan meta.profile, atau muat definisi profilnya.',
      en: 'Check the spelling in meta.profile, or load its definition.',
    },
  },
  'profile-type': {
    type: 'structure',
    title: { id: 'Profil untuk jenis lain', en: 'Profile of another type' },
    says: { id: 'Profil {expected} bukan untuk jenis resource ini.', en: 'The profile {expected} is for another type of resource.' },
    meaning: { id: 'Setiap profil hanya berlaku untuk satu jenis resource.', en: 'A profile applies to one type of resource only.' },
    remedy: { id: 'Pakai profil yang sesuai, atau betulkan resourceType.', en: 'Name a fitting profile, or correct the resourceType.' },
  },
  'profile-none': {
    type: 'structure',
    title: { id: 'Tidak sesuai profil mana pun', en: 'Follows none of the profiles' },
    says: { id: 'Isi harus mengikuti salah satu profil {expected}.', en: 'The content must follow one of the profiles {expected}.' },
    meaning: {
      id: 'Definisi mengizinkan beberapa profil; tidak satu pun terpenuhi.',
      en: 'The definition allows several profiles; none is followed.',
    },
    remedy: { id: 'Periksa terhadap profil yang dimaksud dengan --profile.', en: 'Validate against the profile meant with --profile.' },
  },
  invariant: {
    severities: ['error', 'warning'],
    type: 'invariant',
    title: { id: 'Aturan tidak terpenuhi', en: 'Rule not met' },
    says: { id: 'Aturan tidak terpenuhi: {expected}', en: 'A rule is not met: {expected}' },
    meaning: {
      id: 'FHIR atau profil menyertakan aturan yang menghubungkan beberapa nilai.',
      en: 'FHIR or the profile states a rule over several values.',
    },
    remedy: { id: 'Betulkan data sehingga aturan itu benar.', en: 'Correct the data so that the rule holds.' },
  },
};
