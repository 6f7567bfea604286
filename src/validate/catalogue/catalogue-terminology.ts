import type { CatalogueEntry } from './catalogue-entry.ts';

/** What can be wrong with codes, with how they are shown, and with units. */
const CODES: Readonly<Record<string, CatalogueEntry>> = {
  'code-unknown': {
    severities: ['error', 'warning'],
    type: 'code-invalid',
    title: { id: 'Kode tidak ada dalam sistemnya', en: 'The system has no such code' },
    says: { id: 'Sistem {expected} tidak mempunyai kode {came}.', en: 'The code system {expected} has no code {came}.' },
    meaning: {
      id: 'Seluruh isi sistem itu ada di sini, atau bentuk dan angka periksanya menunjukkan bahwa kode seperti ini mustahil.',
      en: 'All codes of that system are held here, or its syntax and check digit show that there can be no such code.',
    },
    remedy: { id: 'Periksa ejaan kode, termasuk huruf besarnya.', en: 'Check the spelling of the code, its capitals too.' },
  },
  'unit-unknown': {
    type: 'code-invalid',
    title: { id: 'Satuan tidak dikenal', en: 'Unknown unit' },
    says: { id: 'Sistem satuan {expected} tidak mempunyai {came}.', en: 'The system of units {expected} has no {came}.' },
    meaning: {
      id: 'Kode satuan ditulis menurut UCUM: mm[Hg] bukan mmHg, meq/L bukan mEq/L.',
      en: 'Codes of units are written as UCUM has them: mm[Hg] not mmHg, meq/L not mEq/L.',
    },
    remedy: { id: 'Tulis kode UCUM di code; tulisan bebas boleh di unit.', en: 'Write the UCUM code in code; unit may hold any text.' },
  },
  'code-unlisted': {
    severities: ['warning'],
    type: 'code-invalid',
    title: { id: 'Kode tidak ada dalam daftar setempat', en: 'Code not on the list held here' },
    says: {
      id: 'Kode {came} tidak ada dalam daftar sistem {expected} yang tersimpan di sini.',
      en: 'The code {came} is not on the list of {expected} that is held here.',
    },
    meaning: {
      id: 'Daftar itu dikumpulkan dari sumber terbuka dan mungkin belum lengkap, atau bentuk kode ini tidak lazim untuk sistemnya.',
      en: 'That list was gathered from public sources and may lack codes, or the form of the code is unusual for its system.',
    },
    remedy: {
      id: 'Periksa kodenya dengan sumber resminya; bila benar, tambahkan ke daftar setempat.',
      en: 'Check the code at its official source; if it is right, add it to the list of the site.',
    },
  },
  'code-capitals': {
    severities: ['information'],
    type: 'informational',
    title: { id: 'Huruf besar dan kecil berbeda', en: 'Written with other capitals' },
    says: { id: 'Sistem menulis kode ini {expected}.', en: 'The system writes this code {expected}.' },
    meaning: {
      id: 'Sistem ini tidak membedakan huruf besar, tetapi penerima lain mungkin membedakannya.',
      en: 'In this system capitals do not matter, but another receiver may heed them.',
    },
    remedy: { id: 'Tulis seperti sistemnya.', en: 'Write it as the system does.' },
  },
  'code-not-in-use': {
    severities: ['warning'],
    type: 'business-rule',
    title: { id: 'Kode tidak dipakai lagi', en: 'Code no longer in use' },
    says: { id: 'Sistem {expected} tidak menganjurkan lagi kode {came}.', en: 'The code system {expected} has withdrawn the code {came}.' },
    meaning: {
      id: 'Kode usang tetap terbaca, tetapi tidak boleh dipakai untuk data baru.',
      en: 'A withdrawn code can still be read, but should not be used for new data.',
    },
    remedy: { id: 'Pakai kode penggantinya.', en: 'Use the code that replaces it.' },
  },
  'display-wrong': {
    severities: ['error', 'warning'],
    type: 'code-invalid',
    title: { id: 'Tulisan kode tidak sesuai', en: 'Display of another meaning' },
    says: { id: 'Untuk kode ini sistem menulis {expected}.', en: 'For this code the system says {expected}.' },
    meaning: {
      id: 'display harus tulisan dari sistem kodenya dalam bahasa resource; tulisan lain dapat berarti kodenya salah pilih.',
      en: 'display has to be what the code system says, in the language of the resource; anything else may mean the wrong code was chosen.',
    },
    remedy: {
      id: 'Tulis display seperti sistemnya atau hapus; kata-kata sendiri boleh di text.',
      en: 'Write the display of the system or leave it out; words of your own belong in text.',
    },
  },
  'binding-most': {
    type: 'code-invalid',
    title: { id: 'Kode di luar batas daftar', en: 'Code outside the largest value set' },
    says: {
      id: 'Kode harus dari daftar {expected}, juga bila daftar anjuran tidak cocok; yang datang {came}.',
      en: 'The code must be from {expected} even where the extensible value set has none that fits; {came} came.',
    },
    meaning: {
      id: 'Profil membolehkan kode lain, tetapi hanya dari daftar terbesar ini (maxValueSet).',
      en: 'The profile allows other codes, but only from this largest value set (maxValueSet).',
    },
    remedy: { id: 'Pilih kode dari daftar itu.', en: 'Choose a code of that value set.' },
  },
};

/** What can be wrong with the name of a code system. */
const SYSTEMS: Readonly<Record<string, CatalogueEntry>> = {
  'coding-without-system': {
    severities: ['warning'],
    type: 'code-invalid',
    title: { id: 'Kode tanpa sistem', en: 'Code without a system' },
    says: { id: 'Kode ini tidak menyebut sistemnya.', en: 'This code does not name its system.' },
    meaning: { id: 'Tanpa sistem, kode tidak berarti apa-apa.', en: 'Without a system a code has no meaning.' },
    remedy: { id: 'Isi system dengan alamat sistem kodenya.', en: 'Write the address of the code system in system.' },
  },
  'system-unknown': {
    severities: ['warning', 'information'],
    type: 'not-found',
    title: { id: 'Sistem kode tidak dikenal', en: 'Unknown code system' },
    says: {
      id: 'Sistem kode {came} tidak dikenal di sini, jadi kodenya tidak diperiksa.',
      en: 'The code system {came} is not known here, so the code was not checked.',
    },
    meaning: {
      id: 'Sistem milik pihak lain boleh dipakai; salah ketik pada alamatnya tampak seperti ini juga.',
      en: 'A system of somebody else may be used; a slip in its address looks like this too.',
    },
    remedy: {
      id: 'Periksa alamatnya, atau muat sistem kode atau daftarnya.',
      en: 'Check the address, or load the code system or a list of its codes.',
    },
  },
  'system-is-value-set': {
    type: 'code-invalid',
    title: { id: 'Alamat daftar kode, bukan sistem', en: 'A value set, not a code system' },
    says: { id: 'system berisi alamat sebuah ValueSet.', en: 'system holds the address of a ValueSet.' },
    meaning: {
      id: 'ValueSet memilih kode dari sistem; kodenya sendiri milik CodeSystem.',
      en: 'A ValueSet chooses among codes; the code itself belongs to a CodeSystem.',
    },
    remedy: { id: 'Tulis alamat CodeSystem yang memuat kode itu.', en: 'Write the address of the CodeSystem that defines the code.' },
  },
  'system-relative': {
    type: 'code-invalid',
    title: { id: 'Alamat sistem tidak lengkap', en: 'Address of the system is relative' },
    says: {
      id: 'system harus alamat lengkap yang diawali http:, https: atau urn:.',
      en: 'system must be a full address that begins with http:, https: or urn:.',
    },
    meaning: { id: 'Nama singkat hanya dimengerti pengirimnya.', en: 'A short name is understood by its sender alone.' },
    remedy: { id: 'Tulis alamat lengkap sistem kodenya.', en: 'Write the full address of the code system.' },
  },
  'system-not-of-fhir': {
    severities: ['error', 'warning'],
    type: 'code-invalid',
    title: { id: 'FHIR tidak punya sistem ini', en: 'FHIR has no such code system' },
    says: { id: 'Di bawah hl7.org/fhir tidak ada sistem kode {came}.', en: 'Below hl7.org/fhir there is no code system {came}.' },
    meaning: {
      id: 'Alamat itu milik FHIR; semua sistemnya dikenal di sini. Alamat v2 dan v3 yang lama sudah pindah ke terminology.hl7.org.',
      en: 'That address is FHIR’s own and all its systems are known here. The old v2 and v3 addresses moved to terminology.hl7.org.',
    },
    remedy: { id: 'Periksa alamatnya di halaman sistem kodenya.', en: 'Check the address on the page of the code system.' },
  },
  'supplement-content': {
    type: 'business-rule',
    title: { id: 'Tambahan sistem kode tidak menyebut dirinya tambahan', en: 'A supplement that does not say so' },
    says: {
      id: 'CodeSystem dengan supplements harus berisi content = supplement.',
      en: 'A CodeSystem with supplements must have the content supplement.',
    },
    meaning: {
      id: 'Tambahan hanya menambah tulisan dan sifat pada kode sistem lain; ia bukan sistem sendiri.',
      en: 'A supplement adds displays and properties to the codes of another system; it is no system of its own.',
    },
    remedy: { id: 'Tulis content = supplement, atau hapus supplements.', en: 'Write supplement in content, or leave supplements out.' },
  },
  'system-misspelt': {
    severities: ['error', 'warning'],
    type: 'code-invalid',
    title: { id: 'Alamat sistem salah tulis', en: 'Address of the system misspelt' },
    says: { id: 'Alamat sistem ini seharusnya {expected}.', en: 'The address of this system should be {expected}.' },
    meaning: {
      id: 'Alamat sistem kode adalah nama: https atau garis miring tambahan menjadikannya sistem lain.',
      en: 'The address of a code system is a name: https or an added slash makes it another system.',
    },
    remedy: { id: 'Tulis alamatnya persis.', en: 'Write the address exactly.' },
  },
};

/** Every code about codes. */
export const TERMINOLOGY_CODES: Readonly<Record<string, CatalogueEntry>> = { ...CODES, ...SYSTEMS };
