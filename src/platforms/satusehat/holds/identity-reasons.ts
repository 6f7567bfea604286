import type { ReasonPage } from './reason-page.ts';

/** Reasons to hold that concern who the person or nakes is at SATUSEHAT. */
export const identityReasons = {
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
  'tanggal-lahir': {
    id: 'Tanggal lahir orang ini belum tercatat, sehingga NIK-nya tidak dapat dicocokkan.',
    en: 'The birth date of this person is not recorded, so the NIK cannot be verified.',
    remedyId: 'Lengkapi tanggal lahir dan kirim ulang barisnya.',
    remedyEn: 'Complete the birth date and send the row again.',
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
