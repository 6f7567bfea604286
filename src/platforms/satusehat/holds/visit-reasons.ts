import type { ReasonPage } from './reason-page.ts';

/** Reasons to hold that concern what stands about a visit itself. */
export const visitReasons = {
  'mungkin-sudah-dikirim': {
    id: 'SATUSEHAT sudah mempunyai kunjungan orang ini pada hari dan organisasi itu dari pengirim lain.',
    en: 'SATUSEHAT already holds an Encounter of this person on that day and organization from another sender.',
    remedyId: 'Pastikan apakah kunjungan itu sama; bila sama, tandai sudah dikirim, bila berbeda, lepaskan.',
    remedyEn: 'Find out whether it is the same visit; mark it as sent if so, release it otherwise.',
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
  'jawaban-tidak-lengkap': {
    id: 'SATUSEHAT menjawab pencarian hanya sebagian, sehingga tidak dapat dipastikan apa yang sudah ada.',
    en: 'SATUSEHAT answered a search in part only, so what is there already cannot be known.',
    remedyId: 'Lepaskan untuk mencari lagi; bila berulang, laporkan ke help desk SATUSEHAT.',
    remedyEn: 'Release it to look again; report it to the SATUSEHAT help desk if it recurs.',
  },
  'rujukan-menggantung': {
    id: 'Sebagian isi pesan merujuk pada sesuatu yang tidak ikut terkirim.',
    en: 'A part of the message refers to something that does not go along.',
    remedyId: 'Ini cacat Titian: laporkan; tidak ada yang dikirim, sebab SATUSEHAT menyimpan rujukan seperti itu selamanya.',
    remedyEn: 'This is a defect of Titian: report it; nothing was sent, because SATUSEHAT keeps such a reference for ever.',
  },
  'pesan-tidak-sah': {
    id: 'Pesan untuk SATUSEHAT tidak sah menurut FHIR R4 setelah identitas digabungkan.',
    en: 'The message to SATUSEHAT does not conform to FHIR R4 after the identities were joined.',
    remedyId: 'Ini cacat Titian atau tabelnya: laporkan beserta elemen yang disebut; tidak ada yang dikirim.',
    remedyEn: 'This is a defect of Titian or its tables: report it with the element named; nothing was sent.',
  },
  'aturan-satusehat': {
    id: 'Pesan untuk SATUSEHAT melanggar aturan yang penolakannya sudah terekam; SATUSEHAT akan menolaknya.',
    en: 'The message to SATUSEHAT breaks rules by which refusals were recorded; SATUSEHAT would refuse it.',
    remedyId: 'Perbaiki menurut nomor aturan dan letak yang disebut, lalu lepaskan; tidak ada yang dikirim.',
    remedyEn: 'Correct it by the number of the rule and the place named, then release it; nothing was sent.',
  },
} as const satisfies Readonly<Record<string, ReasonPage>>;
