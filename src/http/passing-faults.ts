import type { Issue } from '../fhir/issue.ts';

/** The store does not answer just now; what was sent is to be sent again, which never stores anything twice. */
export const storeAway: Issue = {
  severity: 'fatal',
  type: 'transient',
  code: 'penyimpanan-tidak-terjangkau',
  text: 'Basis data Titian sedang tidak menjawab. Kirim ulang beberapa detik lagi; file yang sama tidak akan tersimpan dua kali.',
  diagnostics: 'The database of Titian does not answer at the moment. Send again in a few seconds; the same file is never stored twice.',
};

/** The disk under the store is full. */
export const diskFull: Issue = {
  severity: 'fatal',
  type: 'transient',
  code: 'penyimpanan-penuh',
  text: 'Disk tempat data Titian penuh; kiriman ini tidak disimpan. Kosongkan ruang di folder data, lalu kirim ulang.',
  diagnostics:
    'The disk that holds the data of Titian is full; this submission is not stored. Free space in the data folder and send again.',
};

/** The address is no text. */
export const invalidRequest: Issue = {
  severity: 'error',
  type: 'value',
  code: 'alamat-rusak',
  text: 'Alamat permintaan ini rusak: tanda persen (%) harus diikuti kode UTF-8 yang sah. Perbaiki alamatnya.',
  diagnostics: 'The address of this request is broken: a percent sign must introduce valid UTF-8. Correct the address.',
};
