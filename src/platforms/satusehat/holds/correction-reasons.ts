import type { ReasonPage } from './reason-page.ts';

/** Reasons to hold that concern what changed after it was sent. */
export const correctionReasons = {
  'koreksi-perlu-tangan': {
    id: 'Kunjungan ini berubah setelah diterima platform, dan sebagian perubahannya tidak dapat dibuat oleh mesin di sana.',
    en: 'This visit changed after the platform had received it, and no machine can make a part of the change there.',
    remedyId:
      'Ubah di platform resource yang disebut, bersama petugas puskesmas; lalu katakan sudah dikoreksi: titian done <id> --note "...".',
    remedyEn: 'Change the resources named at the platform with the puskesmas; then say that it is done: titian done <id> --note "...".',
  },
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
