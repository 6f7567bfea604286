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
    remedyId: 'Puskesmas memasukkan client id, client secret dan surat kuasanya: titian facility enter. Dilepas sendiri sesudahnya.',
    remedyEn:
      'The puskesmas enters client id, client secret and its letter of authority: titian facility enter. It is released by itself then.',
  },
  'kredensial-surat-habis': {
    id: 'Surat kuasa puskesmas ini untuk mengirim ke SATUSEHAT tidak berlaku pada hari ini.',
    en: 'The letter of authority of this puskesmas to send to SATUSEHAT is not in force today.',
    remedyId: 'Puskesmas memasukkan lagi kredensial dengan surat yang baru. Dilepas sendiri sesudahnya.',
    remedyEn: 'The puskesmas enters its credentials again with the new letter. It is released by itself then.',
  },
  'kredensial-dijeda': {
    id: 'Pengiriman atas nama puskesmas ini sedang dijeda.',
    en: 'Sending in the name of this puskesmas is paused.',
    remedyId: 'Hanya yang menjeda dapat melanjutkan: titian facility resume. Dilepas sendiri sesudahnya.',
    remedyEn: 'Only who paused it may resume it: titian facility resume. It is released by itself then.',
  },
  'kredensial-dicabut': {
    id: 'Puskesmas ini mencabut kredensialnya; secret-nya sudah dihapus di sini.',
    en: 'This puskesmas has revoked its credentials; the secret is deleted here.',
    remedyId: 'Bila ingin mengirim lagi, puskesmas memasukkan kredensial dan surat kuasa baru.',
    remedyEn: 'To send again the puskesmas enters credentials and a letter of authority anew.',
  },
  'kredensial-ditolak': {
    id: 'SATUSEHAT dua kali berturut-turut menolak client id atau client secret puskesmas ini.',
    en: 'SATUSEHAT refused the client id or client secret of this puskesmas twice in a row.',
    remedyId:
      'Periksa bahwa kredensial itu untuk lingkungan ini (staging dan produksi berbeda), lalu masukkan lagi; bila sudah benar, titian facility resume mencoba sekali lagi. Tanpa tindakan dicoba sendiri enam jam kemudian.',
    remedyEn:
      'See that they are those of this environment (staging and production differ) and enter them again; if they are right, titian facility resume tries once more. Left alone they are tried again after six hours.',
  },
} as const satisfies Readonly<Record<string, ReasonPage>>;
