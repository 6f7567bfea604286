import type { PageEntry } from './error-page.ts';

/** What SATUSEHAT refuses without the number of a rule, by what its wording is known to mean (src/platforms/satusehat/answer/known-texts.ts). */
export const refusalEntries = {
  'satusehat-tidak-diizinkan': {
    severities: ['error'],
    title: { id: 'SATUSEHAT tidak mengizinkannya', en: 'SATUSEHAT does not allow it' },
    meaning: {
      id: 'Ditolak karena aturan bisnis, persetujuan pasien, atau hak akses puskesmas; SATUSEHAT tidak menyebut yang mana.',
      en: 'Refused for a business rule, the consent of the patient, or the rights of the puskesmas; SATUSEHAT does not say which.',
    },
    remedy: {
      id: 'Periksa persetujuan pasien di SATUSEHAT dan apakah catatan itu milik puskesmas ini, lalu lepaskan.',
      en: 'Look into the consent of the patient at SATUSEHAT and whether the record is of this puskesmas, and release it then.',
    },
  },
  'satusehat-beda-dengan-dukcapil': {
    severities: ['error'],
    title: { id: 'Data orang berbeda dengan Dukcapil', en: 'The data of the person differ from Dukcapil' },
    meaning: {
      id: 'SATUSEHAT mencocokkan NIK, nama, tanggal lahir, jenis kelamin dan wilayah dengan Dukcapil; elemen yang disebut tidak sama.',
      en: 'SATUSEHAT compares NIK, name, birth date, sex and area with Dukcapil; the element named is not the same.',
    },
    remedy: {
      id: 'Samakan data dengan KTP atau KK, lalu kirim lagi barisnya.',
      en: 'Make the data agree with the identity or family card and send the row again.',
    },
  },
  'satusehat-nik-tidak-dikenal': {
    severities: ['error'],
    title: { id: 'Dukcapil tidak mengenal NIK ini', en: 'Dukcapil does not know this NIK' },
    meaning: {
      id: 'Orang tidak dapat didaftarkan dengan NIK ini; kunjungannya tetap tersimpan di sini.',
      en: 'The person cannot be registered with this NIK; the visits are kept here.',
    },
    remedy: {
      id: 'Periksa NIK pada KK atau KTP; bila benar, laporkan ke Dukcapil.',
      en: 'Check the NIK on the family or identity card; report it to Dukcapil if it is right.',
    },
  },
  'satusehat-nik-ibu-tidak-dikenal': {
    severities: ['error'],
    title: { id: 'SATUSEHAT tidak mengenal NIK ibu', en: 'SATUSEHAT does not know the NIK of the mother' },
    meaning: {
      id: 'Bayi tanpa NIK hanya dapat didaftarkan di bawah ibu yang dikenal.',
      en: 'A newborn without NIK can be registered under a known mother only.',
    },
    remedy: { id: 'Periksa NIK ibu pada KK, lalu kirim lagi barisnya.', en: 'Check the NIK of the mother and send the row again.' },
  },
  'satusehat-nik-ibu-bukan-perempuan': {
    severities: ['error'],
    title: { id: 'NIK ibu milik orang yang bukan perempuan', en: 'The NIK of the mother is of somebody who is not a woman' },
    meaning: {
      id: 'Kolom NIK ibu agaknya berisi NIK orang lain, misalnya ayah.',
      en: 'The column for the NIK of the mother seems to hold somebody else, for example the father.',
    },
    remedy: { id: 'Isi NIK ibu, lalu kirim lagi barisnya.', en: 'Fill in the NIK of the mother and send the row again.' },
  },
  'satusehat-bentuk-tidak-terbaca': {
    severities: ['error'],
    title: { id: 'SATUSEHAT tidak dapat membaca bentuk pesannya', en: 'SATUSEHAT cannot read the shape of the message' },
    meaning: {
      id: 'Bukan kesalahan data: elemen yang disebut tidak sesuai bentuk yang diharapkan penyimpanan SATUSEHAT.',
      en: 'No fault of the data: the element named has not the shape that the store of SATUSEHAT expects.',
    },
    remedy: { id: 'Laporkan kepada pengembang Titian.', en: 'Report it to the developers of Titian.' },
  },
  'satusehat-tambal-tanpa-pasien': {
    severities: ['error'],
    title: { id: 'Perubahan episode harus menyebut pasien', en: 'A change of an episode must name the patient' },
    meaning: {
      id: 'SATUSEHAT menolak penutupan episode tanpa `/patient`; bentuk lama tahun 2024 tidak diterima lagi.',
      en: 'SATUSEHAT refuses to close an episode without `/patient`; the older form of 2024 is not taken any more.',
    },
    remedy: { id: 'Pakai bentuk baru pada setelan, lalu lepaskan.', en: 'Set the newer form and release it.' },
  },
} as const satisfies Readonly<Record<string, PageEntry>>;
