import { policyReasons } from '../../map/catalogue/policy-reasons.ts';

interface ReasonPage {
  readonly id: string;
  readonly en: string;
  readonly remedyId: string;
  readonly remedyEn: string;
}

/** Why a message to SATUSEHAT is held or waits: the sentence and the remedy a person reads. */
export const holdReasons = {
  ...policyReasons,
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
  'nik-tidak-cocok': {
    id: 'NIK, nama dan tanggal lahir tidak cocok dengan catatan SATUSEHAT.',
    en: 'NIK, name and birth date do not agree with the record at SATUSEHAT.',
    remedyId: 'Periksa NIK pada KK atau KTP; kirim ulang baris dengan NIK yang benar.',
    remedyEn: 'Check the NIK on the family card or identity card and send the row again with the right NIK.',
  },
  'nik-tidak-dikenal': {
    id: 'SATUSEHAT tidak mengenal NIK ini.',
    en: 'SATUSEHAT does not know this NIK.',
    remedyId: 'Periksa NIK pada KK atau KTP; bila benar, laporkan ke Dukcapil atau help desk SATUSEHAT.',
    remedyEn: 'Check the NIK on the family card; if it is right, report it to Dukcapil or the SATUSEHAT help desk.',
  },
  'ihs-ganda': {
    id: 'Lebih dari satu catatan SATUSEHAT menjawab NIK ini.',
    en: 'More than one record at SATUSEHAT answers to this NIK.',
    remedyId: 'Pilih catatan yang benar bersama help desk SATUSEHAT; tidak ada yang dipilih sendiri oleh Titian.',
    remedyEn: 'Choose the right record with the SATUSEHAT help desk; Titian never chooses by itself.',
  },
  'nakes-tidak-cocok': {
    id: 'Nakes penanggung jawab tidak ditemukan di SATUSEHAT dengan NIK dan nama itu.',
    en: 'The responsible nakes is not found at SATUSEHAT by that NIK and name.',
    remedyId: 'Periksa nama dan NIK nakes di jejaring.csv, atau isi nomor IHS-nya.',
    remedyEn: 'Check name and NIK of the nakes in jejaring.csv, or fill in the IHS number.',
  },
  'mungkin-sudah-dikirim': {
    id: 'SATUSEHAT sudah mempunyai kunjungan orang ini pada hari dan organisasi itu dari pengirim lain.',
    en: 'SATUSEHAT already holds an Encounter of this person on that day and organization from another sender.',
    remedyId: 'Pastikan apakah kunjungan itu sama; bila sama, tandai sudah dikirim, bila berbeda, lepaskan.',
    remedyEn: 'Find out whether it is the same visit; mark it as sent if so, release it otherwise.',
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
  'tercatat-ganda': {
    id: 'SATUSEHAT mempunyai lebih dari satu catatan dengan nomor kita.',
    en: 'SATUSEHAT holds more than one record under our identifier.',
    remedyId: 'Laporkan ke help desk SATUSEHAT; tidak ada yang dipilih sendiri oleh Titian.',
    remedyEn: 'Report it to the SATUSEHAT help desk; Titian never chooses by itself.',
  },
  'tertutup-persetujuan': {
    id: 'SATUSEHAT menyembunyikan sebagian jawaban karena persetujuan pasien, sehingga tidak dapat dipastikan apa yang sudah ada.',
    en: 'SATUSEHAT hides a part of the answer for lack of consent, so what is there already cannot be known.',
    remedyId: 'Periksa persetujuan pasien di SATUSEHAT, lalu lepaskan.',
    remedyEn: 'Look into the consent of the patient at SATUSEHAT and release it then.',
  },
  'kredensial-belum-ada': {
    id: 'Kredensial SATUSEHAT untuk organisasi puskesmas ini belum diisi.',
    en: 'No SATUSEHAT credentials are held for the Organization of this puskesmas.',
    remedyId: 'Isi client id dan client secret yang diterima puskesmas, lalu lepaskan.',
    remedyEn: 'Enter the client id and secret the puskesmas received and release it then.',
  },
  'tanggal-lahir': {
    id: 'Tanggal lahir orang ini belum tercatat, sehingga NIK-nya tidak dapat dicocokkan.',
    en: 'The birth date of this person is not recorded, so the NIK cannot be verified.',
    remedyId: 'Lengkapi tanggal lahir dan kirim ulang barisnya.',
    remedyEn: 'Complete the birth date and send the row again.',
  },
  'pesan-tidak-sah': {
    id: 'Pesan untuk SATUSEHAT tidak sah menurut FHIR R4 setelah identitas digabungkan.',
    en: 'The message to SATUSEHAT does not conform to FHIR R4 after the identities were joined.',
    remedyId: 'Ini cacat Titian atau tabelnya: laporkan beserta elemen yang disebut; tidak ada yang dikirim.',
    remedyEn: 'This is a defect of Titian or its tables: report it with the element named; nothing was sent.',
  },
  'tanpa-nik': {
    id: 'Orang ini belum mempunyai NIK.',
    en: 'This person has no NIK yet.',
    remedyId: 'Tidak perlu tindakan: dikirim sendiri begitu NIK tercatat.',
    remedyEn: 'Nothing to do: it is sent by itself once a NIK is recorded.',
  },
  'bukan-kecamatan-99': {
    id: 'Simulasi dan staging hanya menerima NIK rekaan kecamatan 99; NIK sungguhan tidak pernah dikirim ke sana.',
    en: 'Simulation and staging accept invented NIKs of kecamatan 99 only; a real NIK is never sent there.',
    remedyId: 'Pakai data rekaan, atau pindah ke produksi dengan kredensial puskesmas.',
    remedyEn: 'Use invented data, or move to production with the credentials of the puskesmas.',
  },
} as const satisfies Readonly<Record<string, ReasonPage>>;
