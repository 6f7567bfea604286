import type { PageEntry } from './error-page.ts';

const nothingDone = {
  id: 'Permintaan tidak dilayani; kredensial dan keadaannya tidak berubah.',
  en: 'The request is not served; the credentials and their state are as they were.',
};

/** Faults of a request about what a puskesmas entered to speak for its Organization (docs/guides/fasilitas.md). */
export const facilityEntries = {
  'fasilitas-tidak-dikenal': {
    severities: ['error'],
    title: { id: 'Fasilitas tidak dikenal', en: 'Unknown facility' },
    meaning: nothingDone,
    remedy: {
      id: 'Lihat daftarnya dengan titian facility list; kunci yang terikat pada satu puskesmas hanya melihat miliknya.',
      en: 'See the list with titian facility list; a key bound to one puskesmas sees its own only.',
    },
  },
  'hanya-puskesmas': {
    severities: ['error'],
    title: { id: 'Hanya puskesmas sendiri yang boleh', en: 'Only the puskesmas itself may' },
    meaning: nothingDone,
    remedy: {
      id: 'Pakai kunci puskesmas itu: titian keys create --name NAMA --within KODE --scope kredensial.',
      en: 'Use the key of that puskesmas: titian keys create --name NAME --within CODE --scope kredensial.',
    },
  },
  'dijeda-oleh-puskesmas': {
    severities: ['error'],
    title: { id: 'Dijeda oleh puskesmas', en: 'Paused by the puskesmas' },
    meaning: nothingDone,
    remedy: { id: 'Mintalah puskesmas melanjutkannya sendiri.', en: 'Ask the puskesmas to resume it.' },
  },
  'dijeda-oleh-dinas': {
    severities: ['error'],
    title: { id: 'Dijeda oleh dinas atau pengelola', en: 'Paused by the dinkes or whoever runs Titian' },
    meaning: nothingDone,
    remedy: { id: 'Mintalah dinas atau pengelola melanjutkannya.', en: 'Ask the dinkes or whoever runs Titian to resume it.' },
  },
  'kredensial-sudah-dicabut': {
    severities: ['error'],
    title: { id: 'Kredensial sudah dicabut', en: 'The credentials were revoked' },
    meaning: nothingDone,
    remedy: {
      id: 'Puskesmas memasukkan kredensial dan surat kuasa baru: titian facility enter.',
      en: 'The puskesmas enters credentials and a letter of authority anew: titian facility enter.',
    },
  },
  'surat-kuasa-tidak-berlaku': {
    severities: ['error'],
    title: { id: 'Masa berlaku surat kuasa salah', en: 'The period of the letter of authority is wrong' },
    meaning: nothingDone,
    remedy: {
      id: 'Periksa tanggal mulai dan tanggal akhir pada surat: akhirnya sesudah mulai dan belum lewat.',
      en: 'See the first and the last day in the letter: the last follows the first and has not passed.',
    },
  },
} as const satisfies Readonly<Record<string, PageEntry>>;
