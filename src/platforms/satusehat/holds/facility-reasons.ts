import type { ReasonPage } from './reason-page.ts';

/** Reasons to hold that concern what a puskesmas has to enter before anything of it may leave. */
export const facilityReasons = {
  'organisasi-belum-ada': {
    id: 'Puskesmas ini belum mempunyai nomor Organization SATUSEHAT di jejaring.',
    en: 'This puskesmas has no SATUSEHAT Organization number in jejaring.',
    remedyId: 'Isi kolom organization pada baris puskesmas di jejaring.csv, lalu impor ulang.',
    remedyEn: 'Fill the organization column of the puskesmas in jejaring.csv and import it again.',
  },
  'penanggung-jawab-belum-ada': {
    id: 'Tempat ini tidak mempunyai nakes penanggung jawab pada tanggal kunjungan.',
    en: 'This place has no responsible nakes on the day of the visit.',
    remedyId: 'Lengkapi kolom nakes di jejaring.csv untuk tanggal itu.',
    remedyEn: 'Complete the nakes columns of jejaring.csv for that date.',
  },
  'kredensial-belum-ada': {
    id: 'Kredensial SATUSEHAT untuk organisasi puskesmas ini belum diisi.',
    en: 'No SATUSEHAT credentials are held for the Organization of this puskesmas.',
    remedyId: 'Isi client id dan client secret yang diterima puskesmas, lalu lepaskan.',
    remedyEn: 'Enter the client id and secret the puskesmas received and release it then.',
  },
} as const satisfies Readonly<Record<string, ReasonPage>>;
