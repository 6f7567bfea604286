import type { ReasonPage } from './reason-page.ts';

/** Reasons to hold that concern what changed after it was sent. */
export const correctionReasons = {
  'koreksi-setelah-terkirim': {
    id: 'Kunjungan ini berubah setelah diterima platform.',
    en: 'This visit changed after the platform had received it.',
    remedyId: 'Perubahan disimpan di sini; ubah catatan di platform bersama petugas puskesmas.',
    remedyEn: 'The change is kept here; amend the record at the platform with the puskesmas.',
  },
  'penarikan-setelah-terkirim': {
    id: 'Kunjungan ini ditarik di sini setelah diterima platform.',
    en: 'This visit was taken back here after the platform had received it.',
    remedyId: 'Di sini kunjungan sudah ditarik; batalkan catatannya di platform bersama petugas puskesmas.',
    remedyEn: 'It is taken back here; cancel the record at the platform with the puskesmas.',
  },
} as const satisfies Readonly<Record<string, ReasonPage>>;
