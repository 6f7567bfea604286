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
    remedyId: 'Lihat titian identity list dan pilih catatan yang benar, bila perlu bersama help desk; Titian tidak pernah memilih sendiri.',
    remedyEn: 'See titian identity list and choose the right record, with the help desk if need be; Titian never chooses by itself.',
  },
  'ihs-perlu-dipilih': {
    id: 'SATUSEHAT mempunyai catatan yang mungkin milik orang ini, tetapi tidak ada NIK yang memastikannya.',
    en: 'SATUSEHAT has records that may be this person’s, but no NIK that makes it certain.',
    remedyId: 'Lihat titian identity list, lalu nyatakan sama atau bukan; yang dinyatakan bukan tidak ditawarkan lagi.',
    remedyEn: 'See titian identity list and say same or not-same; what is not the same is never offered again.',
  },
  'alamat-belum-lengkap': {
    id: 'Orang ini belum dikenal SATUSEHAT, dan alamatnya belum cukup untuk mendaftarkannya.',
    en: 'SATUSEHAT does not know this person yet, and the address is not complete enough to register one.',
    remedyId: 'Lengkapi provinsi, kabupaten, kecamatan, desa, RT dan RW pada baris atau pendaftarannya, lalu kirim ulang.',
    remedyEn: 'Complete province, regency, district, village, RT and RW in the row or the register and send it again.',
  },
  'nama-belum-resmi': {
    id: 'Orang ini belum dikenal SATUSEHAT, dan namanya belum nama sesuai KTP.',
    en: 'SATUSEHAT does not know this person yet, and the name is not the one on the KTP.',
    remedyId: 'Tulis nama lengkap sesuai KTP atau KK, lalu kirim ulang barisnya.',
    remedyEn: 'Write the full name as on the KTP or family card and send the row again.',
  },
  'jenis-kelamin-belum-ada': {
    id: 'Orang ini belum dikenal SATUSEHAT, dan jenis kelaminnya belum tercatat (aturan 10413).',
    en: 'SATUSEHAT does not know this person yet, and the sex is not recorded (rule 10413).',
    remedyId: 'Lengkapi jenis kelamin dan kirim ulang barisnya.',
    remedyEn: 'Complete the sex and send the row again.',
  },
  'data-dukcapil-berbeda': {
    id: 'Data orang ini berbeda dari data Dukcapil.',
    en: 'What we know of this person differs from Dukcapil.',
    remedyId: 'Cocokkan bagian yang disebut dengan KTP atau KK, perbaiki, dan kirim ulang barisnya.',
    remedyEn: 'Compare the parts named with the KTP or family card, correct them and send the row again.',
  },
  'ibu-tidak-dikenal': {
    id: 'SATUSEHAT tidak mengenal NIK ibu bayi ini.',
    en: 'SATUSEHAT does not know the NIK of this newborn’s mother.',
    remedyId: 'Periksa NIK ibu pada KTP atau KK; bila benar, daftarkan dulu ibunya di SATUSEHAT, lalu lepaskan.',
    remedyEn: 'Check the NIK of the mother; if it is right, have the mother registered at SATUSEHAT first and release it then.',
  },
  'ibu-bukan-perempuan': {
    id: 'NIK yang ditulis sebagai NIK ibu bukan milik seorang perempuan.',
    en: 'The NIK written as the mother’s is not a woman’s.',
    remedyId: 'Periksa apakah NIK ayah tertulis di kolom ibu; perbaiki dan kirim ulang barisnya.',
    remedyEn: 'See whether the NIK of the father stands in the column of the mother; correct it and send the row again.',
  },
  'jalur-bayi-tertutup': {
    id: 'Bayi ini lebih dari 60 hari, sehingga tidak dapat lagi didaftarkan dengan NIK ibu (aturan 10397).',
    en: 'This child is older than 60 days and can no longer be registered by the NIK of the mother (rule 10397).',
    remedyId: 'Dibutuhkan NIK anak sendiri: bantu keluarga mengurus akta dan KK; dikirim sendiri begitu NIK tercatat.',
    remedyEn: 'The child needs a NIK of its own: help the family to get one; it is sent by itself once it is recorded.',
  },
  'data-pasien-perlu-tangan': {
    id: 'Data orang ini berubah setelah didaftarkan, dan yang tertulis di SATUSEHAT tidak dapat dipastikan lagi.',
    en: 'What is known of this person changed after registration, and what stands at SATUSEHAT can no longer be told.',
    remedyId: 'Perbaiki data orang ini di SATUSEHAT bersama petugas puskesmas, lalu lepaskan.',
    remedyEn: 'Correct the person at SATUSEHAT with the puskesmas and release it then.',
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
