import type { Issue } from '../../fhir/issue.ts';

/** No person has this id, or it was erased. */
export const unknownPerson: Issue = {
  severity: 'error',
  type: 'not-found',
  code: 'permintaan-tidak-sah',
  text: 'Tidak ada orang dengan nomor itu, atau datanya sudah dihapus. Salin nomornya dari titian persons review.',
  diagnostics: 'No person has this id, or the person was erased. Copy the id from titian persons review.',
};

/** The pair is not on the list. */
export const unknownReview: Issue = {
  severity: 'error',
  type: 'not-found',
  code: 'permintaan-tidak-sah',
  text: 'Pasangan ini tidak ada dalam daftar periksa.',
  diagnostics: 'This pair is not on the review list.',
};

/** The record is not on the list of those that are offered. */
export const unknownRecord: Issue = {
  severity: 'error',
  type: 'not-found',
  code: 'permintaan-tidak-sah',
  text: 'Catatan ini tidak ada dalam daftar catatan platform. Lihat daftarnya: titian identity list.',
  diagnostics: 'This record is not on the list of records of a platform. See the list: titian identity list.',
};

/** A record that was named by whoever decides cannot be one. */
export const unsoundRecord: Issue = {
  severity: 'error',
  type: 'value',
  code: 'permintaan-tidak-sah',
  text: 'Sebutkan nomor orang di sini (titian persons) dan nomor catatannya di platform: 1 sampai 64 huruf, angka, titik atau tanda hubung.',
  diagnostics:
    'Name the id of the person here (titian persons) and the number of the record at the platform: 1 to 64 letters, digits, dots or hyphens.',
};

/** Both ids are of one person already. */
export const sameTwice: Issue = {
  severity: 'error',
  type: 'conflict',
  code: 'permintaan-tidak-sah',
  text: 'Keduanya sudah satu orang.',
  diagnostics: 'The two are one person already.',
};

/** Somebody else merged one of them at this moment. */
export const alreadyMerged: Issue = {
  severity: 'error',
  type: 'conflict',
  code: 'permintaan-tidak-sah',
  text: 'Salah satu baru saja digabungkan oleh orang lain. Lihat daftarnya sekali lagi.',
  diagnostics: 'One of them has just been merged by somebody else. Look at the list again.',
};

/** Nothing to take back. */
export const notMerged: Issue = {
  severity: 'error',
  type: 'not-found',
  code: 'permintaan-tidak-sah',
  text: 'Orang ini tidak sedang digabungkan ke orang lain, jadi tidak ada yang dibatalkan.',
  diagnostics: 'This person is not merged into anybody, so there is nothing to undo.',
};

/** Both NIK agree with their bearers, and differ: two people, unless somebody knows better. */
export const twoNik: Issue = {
  severity: 'error',
  type: 'business-rule',
  code: 'D07',
  text: 'Keduanya mempunyai NIK sendiri yang cocok dengan tanggal lahir dan jenis kelaminnya, dan NIK itu berbeda: menurut catatan ini dua orang. Periksa KK; bila memang satu orang, ulangi dengan --force dan sebutkan alasannya.',
  diagnostics:
    'Both have a NIK of their own that agrees with birth date and sex, and the two differ: by this record they are two people. Check the family card; if they are one, repeat with --force and say why.',
};

/** They are one person by a merge: first that has to be undone. */
export const mergedPair: Issue = {
  severity: 'error',
  type: 'conflict',
  code: 'permintaan-tidak-sah',
  text: 'Keduanya sedang tergabung. Batalkan penggabungannya dahulu: titian persons undo.',
  diagnostics: 'The two are merged. Undo that first: titian persons undo.',
};

/** The reason is kept sealed, but a number of 16 digits has no place in it. */
export const numberInWhy: Issue = {
  severity: 'error',
  type: 'value',
  code: 'permintaan-tidak-sah',
  text: 'Sebutkan alasan 1 sampai 500 huruf, tanpa bilangan 16 angka seperti NIK.',
  diagnostics: 'Give a reason of 1 to 500 letters, without a number of 16 digits such as a NIK.',
};

/** A key without the right to see identities, or bound to a puskesmas that never saw these people. */
export const outOfSight: Issue = {
  severity: 'error',
  type: 'security',
  code: 'kunci-tanpa-hak',
  text: 'Kunci ini tidak boleh memutuskan tentang orang-orang ini: perlu hak "nakes", dan salah satunya harus pernah dilayani di puskesmas kunci ini.',
  diagnostics:
    'This key may not decide about these people: it needs the scope "nakes", and one of the two must have been served inside the puskesmas of the key.',
};
