import type { Issue } from '../fhir/issue.ts';

/** The store does not answer just now; what was sent is to be sent again, which never stores anything twice. */
export const storeAway: Issue = {
  severity: 'fatal',
  type: 'transient',
  code: 'penyimpanan-tidak-terjangkau',
  text: 'Basis data Titian sedang tidak menjawab. Kirim ulang beberapa detik lagi; file yang sama tidak akan tersimpan dua kali.',
  diagnostics: 'The database of Titian does not answer at the moment. Send again in a few seconds; the same file is never stored twice.',
};

/** Somebody else holds what is asked for; it is given back soon. */
export const storeHeldUp: Issue = {
  severity: 'error',
  type: 'transient',
  code: 'penyimpanan-tertahan',
  text: 'Kiriman ini menunggu terlalu lama untuk data yang sedang dipakai kiriman lain; tidak ada yang disimpan. Kirim ulang beberapa detik lagi.',
  diagnostics: 'This submission waited too long for data that another one is using; nothing was stored. Send again in a few seconds.',
};

/** The disk under the store is full. */
export const diskFull: Issue = {
  severity: 'fatal',
  type: 'transient',
  code: 'penyimpanan-penuh',
  text: 'Disk tempat data Titian penuh; kiriman ini tidak disimpan, juga tidak sebagian. Kosongkan ruang di folder data, lalu kirim ulang: Titian melanjutkan dengan sendirinya.',
  diagnostics:
    'The disk that holds the data of Titian is full; nothing of this submission is stored. Free space in the data folder and send again: Titian goes on by itself.',
};

/** The address is no text. */
export const invalidRequest: Issue = {
  severity: 'error',
  type: 'value',
  code: 'alamat-rusak',
  text: 'Alamat permintaan ini rusak: tanda persen (%) harus diikuti kode UTF-8 yang sah. Perbaiki alamatnya.',
  diagnostics: 'The address of this request is broken: a percent sign must introduce valid UTF-8. Correct the address.',
};
