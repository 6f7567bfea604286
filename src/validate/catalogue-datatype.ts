import type { CatalogueEntry } from './catalogue-entry.ts';

/** What can be wrong with attachments, identifiers and the values of primitives. */
export const DATATYPE_CODES: Readonly<Record<string, CatalogueEntry>> = {
  'attachment-empty': {
    severities: ['warning'],
    type: 'incomplete',
    title: { id: 'Lampiran kosong', en: 'Empty attachment' },
    says: { id: 'Lampiran tanpa data, url, contentType dan language.', en: 'An attachment without data, url, contentType and language.' },
    meaning: {
      id: 'Lampiran tanpa isi dan tanpa jenis tidak berarti apa pun.',
      en: 'Without content and without a type an attachment says nothing.',
    },
    remedy: { id: 'Isi data atau url.', en: 'Fill data or url.' },
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
    severities: ['error', 'warning'],
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
  },
};
