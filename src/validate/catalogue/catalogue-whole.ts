import type { CatalogueEntry } from './catalogue-entry.ts';

/** What can be wrong with a file, a resource or a Bundle as a whole, and the limits. */
export const WHOLE_CODES: Readonly<Record<string, CatalogueEntry>> = {
  'json-syntax': {
    type: 'structure',
    title: { id: 'Bukan JSON', en: 'Not JSON' },
    says: {
      id: 'Bukan JSON yang utuh; tidak terbaca lagi mulai baris:kolom {expected}.',
      en: 'Not whole JSON; unreadable from line:column {expected}.',
    },
    meaning: {
      id: 'Isi berkas tidak dapat dibaca sebagai JSON, sehingga tidak ada yang diperiksa.',
      en: 'The file cannot be read as JSON, so nothing was checked.',
    },
    remedy: {
      id: 'Perbaiki berkas pada baris dan kolom itu, atau ekspor ulang dari aplikasi asal.',
      en: 'Repair the file at that line and column, or export it again.',
    },
  },
  'encoding-wrong': {
    type: 'structure',
    title: { id: 'Bukan UTF-8', en: 'Not UTF-8' },
    says: { id: 'Isi berkas bukan {expected}.', en: 'The file is not {expected}.' },
    meaning: {
      id: 'JSON FHIR selalu berkode UTF-8; dengan kode lain huruf dapat berubah tanpa terlihat.',
      en: 'FHIR JSON is always UTF-8; in another encoding letters may change unseen.',
    },
    remedy: { id: 'Simpan ulang berkas sebagai UTF-8, lalu periksa lagi.', en: 'Save the file as UTF-8, then validate again.' },
  },
  'key-duplicate': {
    type: 'structure',
    title: { id: 'Elemen ditulis dua kali', en: 'Element written twice' },
    says: { id: 'Elemen ini ditulis lebih dari sekali dalam objek yang sama.', en: 'The element is written more than once in one object.' },
    meaning: {
      id: 'Kebanyakan program hanya membaca yang terakhir, sehingga data dapat hilang tanpa tanda.',
      en: 'Most programs read only the last one, so data can be lost without a sign.',
    },
    remedy: {
      id: 'Sisakan satu; bila memang beberapa nilai, tulis sebagai satu daftar [ ].',
      en: 'Keep one; if several values are meant, write them as one list [ ].',
    },
  },
  'number-rounded': {
    type: 'value',
    severities: ['information'],
    title: { id: 'Angka terlalu panjang', en: 'Number too long' },
    says: {
      id: 'Angka ini punya lebih banyak digit daripada yang disimpan kebanyakan program.',
      en: 'This number has more digits than most programs keep.',
    },
    meaning: {
      id: 'Program yang menyimpan angka sebagai double (sekitar 16 digit) membulatkannya tanpa tanda.',
      en: 'Programs that keep numbers as doubles (some 16 digits) round it without a sign.',
    },
    remedy: {
      id: 'Tulis hanya digit yang benar-benar diukur; nomor identitas ditulis sebagai teks di antara tanda kutip.',
      en: 'Write only the digits that were measured; identity numbers are written as text in quotes.',
    },
  },
  'integer-form': {
    type: 'value',
    title: { id: 'Bilangan bulat ditulis sebagai pecahan', en: 'Integer written as a decimal' },
    says: { id: 'Bilangan bulat ditulis tanpa titik dan tanpa eksponen.', en: 'An integer is written without a point or an exponent.' },
    meaning: { id: 'FHIR tidak menerima 1.0 atau 1e2 sebagai bilangan bulat.', en: 'FHIR takes neither 1.0 nor 1e2 for an integer.' },
    remedy: { id: 'Tulis 1, bukan 1.0; 100, bukan 1e2.', en: 'Write 1 instead of 1.0, and 100 instead of 1e2.' },
  },
  'resource-not-object': {
    type: 'structure',
    title: { id: 'Bukan resource', en: 'Not a resource' },
    says: {
      id: 'Seharusnya sebuah resource (objek JSON), yang datang {came}.',
      en: 'Expected a resource (a JSON object), but {came} came.',
    },
    meaning: { id: 'Resource FHIR selalu berupa objek JSON.', en: 'A FHIR resource is always a JSON object.' },
    remedy: { id: 'Kirim satu objek JSON dengan resourceType.', en: 'Send one JSON object with a resourceType.' },
  },
  'resource-type-missing': {
    type: 'required',
    title: { id: 'resourceType tidak ada', en: 'No resourceType' },
    says: { id: 'resourceType tidak ada.', en: 'There is no resourceType.' },
    meaning: { id: 'Tanpa resourceType tidak diketahui aturan mana yang berlaku.', en: 'Without a resourceType no rules can be chosen.' },
    remedy: { id: 'Tambahkan resourceType, misalnya "Patient".', en: 'Add a resourceType such as "Patient".' },
  },
  'resource-type-unknown': {
    type: 'not-supported',
    title: { id: 'Jenis resource tidak dikenal', en: 'Unknown resource type' },
    says: { id: 'Jenis resource tidak ada di FHIR R4: yang datang {came}.', en: 'R4 has no such resource type: {came} came.' },
    meaning: {
      id: 'resourceType harus salah satu jenis resource FHIR R4 (4.0.1), dengan huruf besar-kecil yang tepat.',
      en: 'resourceType must be one of the types of FHIR R4 (4.0.1), in its exact spelling.',
    },
    remedy: { id: 'Periksa ejaan dan versi FHIR pengirim.', en: 'Check the spelling and the FHIR version of the sender.' },
  },
  'too-deep': {
    type: 'too-long',
    title: { id: 'Terlalu dalam', en: 'Too deep' },
    says: { id: 'Data bersarang lebih dari {expected} tingkat.', en: 'The data is nested deeper than {expected} levels.' },
    meaning: { id: 'Batas pengaman: isi tidak diperiksa.', en: 'A safety limit: the content was not checked.' },
    remedy: {
      id: 'Periksa apakah berkas rusak atau dibuat berulang-ulang ke dalam dirinya.',
      en: 'Check whether the file is damaged or contains itself.',
    },
  },
  'too-many-nodes': {
    type: 'too-long',
    title: { id: 'Terlalu besar', en: 'Too large' },
    says: { id: 'Data berisi lebih dari {expected} bagian.', en: 'The data holds more than {expected} parts.' },
    meaning: { id: 'Batas pengaman: isi tidak diperiksa.', en: 'A safety limit: the content was not checked.' },
    remedy: { id: 'Bagi menjadi beberapa berkas atau Bundle.', en: 'Split it into several files or Bundles.' },
  },
  'too-wide': {
    type: 'too-long',
    title: { id: 'Objek terlalu lebar', en: 'Object too wide' },
    says: { id: 'Ada objek dengan lebih dari {expected} nama elemen.', en: 'An object holds more than {expected} names.' },
    meaning: { id: 'Batas pengaman: isi tidak diperiksa.', en: 'A safety limit: the content was not checked.' },
    remedy: {
      id: 'Periksa program pembuatnya: tidak ada resource FHIR dengan begitu banyak elemen; beberapa nilai ditulis sebagai daftar [ ].',
      en: 'Check the program that wrote it: no FHIR resource has so many elements; several values are written as a list [ ].',
    },
  },
  'too-long': {
    type: 'too-long',
    title: { id: 'Teks terlalu panjang', en: 'Text too long' },
    says: { id: 'Ada teks lebih panjang dari {expected} karakter.', en: 'A text is longer than {expected} characters.' },
    meaning: { id: 'Batas pengaman: isi tidak diperiksa.', en: 'A safety limit: the content was not checked.' },
    remedy: { id: 'Kecilkan lampiran atau simpan sebagai rujukan.', en: 'Make the attachment smaller or refer to it.' },
  },
  'issues-cut': {
    severities: ['warning'],
    type: 'informational',
    title: { id: 'Masalah terlalu banyak', en: 'Too many issues' },
    says: {
      id: 'Hanya {expected} masalah pertama yang ditampilkan, lalu satu galat untuk tiap entri Bundle.',
      en: 'Only the first {expected} issues are shown, then one error for each Bundle entry.',
    },
    meaning: { id: 'Daftar dipotong agar jawaban tetap terbaca.', en: 'The list was cut so that the answer stays readable.' },
    remedy: { id: 'Perbaiki yang sudah tampil, lalu periksa lagi.', en: 'Repair those shown, then validate again.' },
  },
  'bundle-request': {
    type: 'required',
    title: { id: 'request entri salah', en: 'Wrong request of an entry' },
    says: {
      id: 'entry.request wajib di Bundle transaction, batch dan history, dan hanya di sana.',
      en: 'entry.request is required in a transaction, batch or history, and only there.',
    },
    meaning: { id: 'Aturan bdl-3.', en: 'Rule bdl-3.' },
    remedy: {
      id: 'Tambahkan request.method dan request.url, atau ganti jenis Bundle.',
      en: 'Add request.method and request.url, or change the type of the Bundle.',
    },
  },
  'bundle-full-url': {
    type: 'required',
    title: { id: 'fullUrl tidak ada', en: 'No fullUrl' },
    says: {
      id: 'entry.fullUrl wajib, kecuali di transaction dan batch.',
      en: 'entry.fullUrl is required except in transactions and batches.',
    },
    meaning: { id: 'fullUrl adalah identitas resource di dalam Bundle.', en: 'The fullUrl identifies the resource within the Bundle.' },
    remedy: { id: 'Tambahkan fullUrl, misalnya urn:uuid: yang baru.', en: 'Add a fullUrl such as a new urn:uuid.' },
  },
  'bundle-full-url-advised': {
    severities: ['warning'],
    type: 'incomplete',
    title: { id: 'fullUrl sebaiknya ada', en: 'fullUrl is advised' },
    says: {
      id: 'Entri transaction ini tanpa fullUrl, sehingga tidak dapat dirujuk entri lain.',
      en: 'This entry of a transaction has no fullUrl, so other entries cannot refer to it.',
    },
    meaning: {
      id: 'Di transaction fullUrl tidak wajib, tetapi tanpa itu rujukan di dalam Bundle tidak mungkin.',
      en: 'A fullUrl is not required in a transaction, but without one references inside the Bundle cannot work.',
    },
    remedy: { id: 'Tambahkan fullUrl urn:uuid:.', en: 'Add a urn:uuid fullUrl.' },
  },
};
