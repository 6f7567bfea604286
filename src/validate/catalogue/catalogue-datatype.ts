import type { CatalogueEntry } from './catalogue-entry.ts';

/** What can be wrong with attachments, identifiers and the values of primitives. */
export const DATATYPE_CODES: Readonly<Record<string, CatalogueEntry>> = {
  'attachment-empty': {
    type: 'incomplete',
    title: { id: 'Lampiran kosong', en: 'Empty attachment' },
    says: { id: 'Lampiran tanpa data, url, contentType dan language.', en: 'An attachment without data, url, contentType and language.' },
    meaning: {
      id: 'Lampiran tanpa isi dan tanpa jenis tidak berarti apa pun.',
      en: 'Without content and without a type an attachment says nothing.',
    },
    remedy: { id: 'Isi data atau url.', en: 'Fill data or url.' },
    severities: ['warning'],
  },
  'attachment-blanks': {
    type: 'value',
    title: { id: 'Spasi dalam base64 lampiran', en: 'Blanks in the base64 of an attachment' },
    says: {
      id: 'data dan hash lampiran ditulis tanpa spasi dan tanpa ganti baris.',
      en: 'data and hash of an attachment are written without blanks and line breaks.',
    },
    meaning: { id: 'Pembaca base64 yang ketat menolaknya.', en: 'Strict base64 readers refuse them.' },
    remedy: { id: 'Tulis base64 dalam satu baris.', en: 'Write the base64 as one line.' },
  },
  'attachment-size': {
    type: 'value',
    title: { id: 'Ukuran lampiran salah', en: 'Wrong attachment size' },
    says: { id: 'size harus {expected}, yang datang {came}.', en: 'size must be {expected}, but {came} came.' },
    meaning: { id: 'size adalah jumlah byte isi sebelum base64.', en: 'size is the number of bytes before base64.' },
    remedy: { id: 'Betulkan size, atau kirim ulang data yang utuh.', en: 'Correct size, or send the whole data again.' },
  },
  'attachment-hash': {
    type: 'value',
    title: { id: 'Hash lampiran salah', en: 'Wrong attachment hash' },
    says: { id: 'hash tidak cocok dengan data.', en: 'The hash does not fit the data.' },
    meaning: { id: 'hash adalah SHA-1 dari isi, ditulis sebagai base64.', en: 'The hash is the SHA-1 of the content, written as base64.' },
    remedy: { id: 'Hitung ulang hash, atau kirim ulang data yang utuh.', en: 'Compute the hash again, or send the whole data again.' },
  },
  'identifier-system': {
    type: 'value',
    title: { id: 'system pengenal salah', en: 'Wrong system of an identifier' },
    says: { id: 'system harus alamat lengkap: http(s):// atau urn:.', en: 'The system must be absolute: http(s):// or urn:.' },
    meaning: {
      id: 'system menamai ruang nomor, agar nomor yang sama dari tempat lain tidak tertukar.',
      en: 'The system names the numbering, so that equal numbers from elsewhere are not mixed up.',
    },
    remedy: { id: 'Pakai alamat resmi sistem itu.', en: 'Use the official address of the system.' },
  },
  'identifier-uri': {
    type: 'value',
    title: { id: 'Nilai bukan URI', en: 'Value is no URI' },
    says: {
      id: 'Dengan system urn:ietf:rfc:3986 nilainya harus URI lengkap.',
      en: 'With the system urn:ietf:rfc:3986 the value must be an absolute URI.',
    },
    meaning: { id: 'System ini berarti bahwa nilai itu sendiri sebuah URI.', en: 'This system says that the value itself is a URI.' },
    remedy: { id: 'Tulis misalnya urn:uuid:... atau urn:oid:....', en: 'Write for instance urn:uuid:... or urn:oid:....' },
  },
  'identifier-uuid': {
    type: 'value',
    title: { id: 'system UUID keliru', en: 'Mistaken system of a UUID' },
    says: {
      id: 'UUID ditulis sebagai urn:uuid: dengan system urn:ietf:rfc:3986.',
      en: 'A UUID is written as urn:uuid: with the system urn:ietf:rfc:3986.',
    },
    meaning: { id: 'RFC 4122 bukan system pengenal.', en: 'RFC 4122 is no system of identifiers.' },
    remedy: {
      id: 'Ganti system, dan tulis urn:uuid: di depan nilainya.',
      en: 'Change the system, and put urn:uuid: in front of the value.',
    },
    severities: ['error', 'warning'],
  },
  'text-edges': {
    type: 'value',
    title: { id: 'Spasi di tepi teks', en: 'Blanks at the edge of a text' },
    says: { id: 'Teks sebaiknya tidak diawali atau diakhiri spasi.', en: 'A text should not begin or end with blanks.' },
    meaning: {
      id: 'Spasi di tepi membuat dua nilai yang sama tampak berbeda bagi komputer.',
      en: 'Blanks at the edges make equal values look different to a computer.',
    },
    remedy: { id: 'Pangkas spasi di awal dan akhir.', en: 'Trim the blanks.' },
    severities: ['warning'],
  },
  'text-tags': {
    type: 'informational',
    title: { id: 'Ada tag HTML dalam teks', en: 'HTML tag in a text' },
    says: { id: 'Teks ini berisi sesuatu seperti tag HTML.', en: 'The text holds what looks like an HTML tag.' },
    meaning: {
      id: 'Teks biasa ditampilkan apa adanya; tampilan yang tidak aman dapat menjalankannya.',
      en: 'A plain text is shown as it is; a careless screen might run it.',
    },
    remedy: { id: 'Hapus tag itu bila bukan bagian dari teks.', en: 'Remove the tag unless it is part of the text.' },
    severities: ['information'],
  },
  'text-blank': {
    type: 'value',
    title: { id: 'Teks hanya spasi', en: 'Text of blanks' },
    says: { id: 'Teks ini hanya berisi spasi.', en: 'The text holds nothing but blanks.' },
    meaning: { id: 'Nilai kosong tidak ditulis sama sekali di FHIR.', en: 'FHIR does not write empty values at all.' },
    remedy: { id: 'Hapus elemen ini, atau isi.', en: 'Remove the element, or fill it.' },
    severities: ['warning'],
  },
  'text-control': {
    type: 'value',
    title: { id: 'Karakter kendali', en: 'Control character' },
    says: {
      id: 'Teks berisi karakter kendali selain tab dan ganti baris.',
      en: 'The text has control characters other than tab and line breaks.',
    },
    meaning: { id: 'R4: sebaiknya tidak ada; XML tidak dapat memuatnya.', en: 'R4 advises against them; XML cannot carry them.' },
    remedy: { id: 'Hapus karakter itu di aplikasi asal.', en: 'Remove the character in the sending application.' },
    severities: ['warning'],
  },
  'text-direction': {
    type: 'security',
    title: { id: 'Arah tulisan tidak ditutup', en: 'Direction of writing not ended' },
    says: { id: 'Teks berisi tanda arah tulisan yang tidak ditutup.', en: 'The text has a mark of writing direction that is not ended.' },
    meaning: {
      id: 'Urutan yang tampil dapat berbeda dari yang tersimpan.',
      en: 'What is shown may be in another order than what is stored.',
    },
    remedy: { id: 'Hapus tanda itu, atau tutup.', en: 'Remove the mark, or end it.' },
    severities: ['warning'],
  },
  'markdown-tags': {
    type: 'security',
    title: { id: 'HTML dalam markdown', en: 'HTML in markdown' },
    says: { id: 'Markdown ini berisi sesuatu seperti tag HTML.', en: 'The markdown holds what looks like an HTML tag.' },
    meaning: {
      id: 'Tag HTML di markdown ditampilkan sebagai teks atau dibuang.',
      en: 'HTML tags in markdown are shown as text or dropped.',
    },
    remedy: { id: 'Tulis \\< untuk tanda < yang bukan tag.', en: 'Write \\< for a < that is no tag.' },
    severities: ['error', 'warning'],
  },
  'url-example': {
    type: 'value',
    title: { id: 'Alamat contoh', en: 'Example address' },
    says: {
      id: 'Alamat ini hanya untuk contoh (example.org dan sejenisnya).',
      en: 'This address is for examples only (example.org and its like).',
    },
    meaning: {
      id: 'Alamat contoh tidak menunjuk siapa pun, jadi tidak boleh ada dalam data sungguhan.',
      en: 'An example address names nobody, so it has no place in real data.',
    },
    remedy: { id: 'Pakai alamat resmi.', en: 'Use the official address.' },
    severities: ['error', 'warning'],
  },
  'canonical-relative': {
    type: 'value',
    title: { id: 'Alamat kanonis tidak lengkap', en: 'Canonical not absolute' },
    says: { id: 'Alamat kanonis harus lengkap: http(s):// atau urn:.', en: 'A canonical address must be absolute: http(s):// or urn:.' },
    meaning: {
      id: 'Alamat kanonis berlaku di mana pun, jadi tidak bergantung pada server.',
      en: 'A canonical address holds everywhere, so it depends on no server.',
    },
    remedy: { id: 'Tulis alamat lengkap.', en: 'Write the whole address.' },
  },
  'canonical-missing': {
    type: 'not-found',
    title: { id: 'Definisi di dalam tidak ada', en: 'No such contained definition' },
    says: {
      id: 'Alamat kanonis dengan # harus menunjuk contained yang ada.',
      en: 'A canonical with # must name something contained that is there.',
    },
    meaning: { id: '#id mencari definisi di contained.', en: '#id looks for a definition among the contained.' },
    remedy: { id: 'Betulkan id, atau tambahkan definisi itu.', en: 'Correct the id, or add the definition.' },
  },
  'year-doubtful': {
    type: 'value',
    title: { id: 'Tahun meragukan', en: 'Doubtful year' },
    says: { id: 'Tahun sebelum 1800 atau lebih dari 80 tahun ke depan.', en: 'The year is before 1800 or more than 80 years ahead.' },
    meaning: { id: 'Biasanya salah ketik.', en: 'Usually a slip of the pen.' },
    remedy: { id: 'Periksa tahun.', en: 'Check the year.' },
    severities: ['warning'],
  },
  'encoding-blanks': {
    type: 'value',
    title: { id: 'Spasi dalam base64', en: 'Blanks in base64' },
    says: { id: 'Base64 sebaiknya ditulis tanpa spasi dan ganti baris.', en: 'Base64 should be written without blanks and line breaks.' },
    meaning: { id: 'Pembaca yang ketat menolaknya; R5 melarangnya.', en: 'Strict readers refuse them; R5 forbids them.' },
    remedy: { id: 'Tulis dalam satu baris.', en: 'Write it as one line.' },
    severities: ['warning'],
  },
};
