import type { PageEntry } from './error-page.ts';

/** Faults of a delivery, and what SATUSEHAT's answers are called here. */
export const deliveryEntries = {
  'subjek-tidak-dikenal': {
    severities: ['error'],
    title: {
      id: 'Tempat, nakes atau orang di balik kiriman tidak dikenal',
      en: 'The place, nakes or person behind a sending is not known',
    },
    meaning: {
      id: 'Tidak ada pesan yang dapat disusun; kiriman ditahan dan tidak dihitung terkirim.',
      en: 'No message can be prepared; the sending is held and does not count as delivered.',
    },
    remedy: {
      id: 'Lengkapi jejaring.csv, impor ulang, lalu lepaskan.',
      en: 'Complete jejaring.csv, import it again and release it.',
    },
  },
  'terlalu-sering-gagal': {
    severities: ['error'],
    title: { id: 'Platform gagal menerima berulang kali', en: 'The platform failed to take it again and again' },
    meaning: {
      id: 'Sudah dicari di platform dan tidak ada di sana; kiriman tidak dicoba lagi sebelum dilihat petugas.',
      en: 'It was looked up and is not at the platform; it is not tried again before a person has looked.',
    },
    remedy: { id: 'Lihat percobaan-percobaannya, lalu lepaskan.', en: 'See its attempts and release it then.' },
  },
  'langkah-tanpa-akhir': {
    severities: ['error'],
    title: { id: 'Setiap jawaban menimbulkan langkah berikutnya', en: 'Every answer led to one more step' },
    meaning: {
      id: 'Kesalahan Titian; kiriman berhenti agar tidak berputar.',
      en: 'A fault of Titian; the sending stops so that it does not go in circles.',
    },
    remedy: { id: 'Laporkan kepada pengembang Titian.', en: 'Report it to the developers of Titian.' },
  },
  'sebagian-ditolak': {
    severities: ['error'],
    title: { id: 'Platform menolak sebagian dari kiriman', en: 'The platform refused a part of what was sent' },
    meaning: {
      id: 'Bagian lainnya sudah diterima dan siapa pun yang menunggunya berjalan terus; bagian yang ditolak disebut beserta alasannya dan tidak dikirim ulang tanpa perubahan.',
      en: 'The rest was taken and whoever waited for it goes on; the refused parts are named with their reasons and are not sent again unchanged.',
    },
    remedy: {
      id: 'Perbaiki datanya dan kirim lagi barisnya, atau lepaskan bila sebabnya ada di platform dan sudah hilang.',
      en: 'Correct the data and send the row again, or release it where the cause was at the platform and is gone.',
    },
  },
  'nomor-milik-kunjungan-lain': {
    severities: ['error'],
    title: { id: 'Nomor kunjungan ini milik kunjungan lain', en: 'The number of this visit belongs to another visit' },
    meaning: {
      id: 'Kunjungan dengan NIK, tempat, tanggal dan layanan yang sama sudah dikirim atau ditemukan di platform sebagai kunjungan lain; tidak dikirim dua kali.',
      en: 'A visit with the same NIK, place, date and service was sent, or found at the platform, as another visit of ours; it is not sent twice.',
    },
    remedy: {
      id: 'Periksa apakah orangnya tercatat ganda. Bila ya, satukan; bila NIK-nya salah, perbaiki; lalu lepaskan.',
      en: 'See whether the person is recorded twice. Merge them if so, or correct the NIK where it is wrong; release it then.',
    },
  },
  'satusehat-tidak-terjangkau': {
    severities: ['error'],
    title: { id: 'SATUSEHAT tidak terjangkau', en: 'SATUSEHAT cannot be reached' },
    meaning: {
      id: 'Dicoba lagi sendiri; bila kiriman mungkin sudah sampai, dicari dulu sebelum dikirim ulang.',
      en: 'It is tried again by itself; what may have arrived is looked up before it is sent again.',
    },
    remedy: { id: 'Bila lama, periksa sambungan internet.', en: 'If it lasts, check the internet connection.' },
  },
  'satusehat-jawaban-rusak': {
    severities: ['error'],
    title: { id: 'Jawaban SATUSEHAT tidak terbaca', en: 'The answer of SATUSEHAT cannot be read' },
    meaning: {
      id: 'Kiriman mungkin sudah sampai; dicari dulu dengan nomor kita sebelum dikirim ulang.',
      en: 'It may have arrived; it is looked up by our number before it is sent again.',
    },
    remedy: {
      id: 'Tidak perlu tindakan; bila terulang, laporkan ke help desk SATUSEHAT.',
      en: 'Nothing to do; if it recurs, report it to the SATUSEHAT help desk.',
    },
  },
  'satusehat-token-ditolak': {
    severities: ['error'],
    title: { id: 'SATUSEHAT menolak client id atau client secret', en: 'SATUSEHAT refused client id or client secret' },
    meaning: {
      id: 'Semua kiriman puskesmas ini menunggu; permintaan token berikutnya paling cepat satu menit lagi.',
      en: 'Everything of this puskesmas waits; the next request for a token comes after a minute at the earliest.',
    },
    remedy: {
      id: 'Periksa kredensial puskesmas untuk lingkungan ini (staging dan produksi berbeda).',
      en: 'Check the credentials of the puskesmas for this environment (staging and production differ).',
    },
  },
  'satusehat-kredensial-belum-ada': {
    severities: ['error'],
    title: { id: 'Kredensial SATUSEHAT belum diisi', en: 'No SATUSEHAT credentials' },
    meaning: {
      id: 'Kiriman puskesmas ini tidak dapat dikirim; datanya tetap tersimpan.',
      en: 'Nothing of this puskesmas can be sent; its data is kept.',
    },
    remedy: {
      id: 'Isi client id dan client secret yang diterima puskesmas.',
      en: 'Enter the client id and secret the puskesmas received.',
    },
  },
  'satusehat-nomor': {
    severities: ['error'],
    title: {
      id: 'Jawaban SATUSEHAT menurut nomor: `satusehat-` diikuti lima angka (aturan) atau tiga angka (status HTTP)',
      en: 'An answer of SATUSEHAT by its number: `satusehat-` and five digits (a rule) or three (an HTTP status)',
    },
    meaning: {
      id: 'Lima angka adalah nomor aturan dalam Kamus Validasi Kemenkes (dokumentasi SATUSEHAT Platform). Kiriman yang ditolak aturan tidak tersimpan di sana dan tidak dikirim ulang tanpa perubahan; datanya tetap tersimpan di sini. Kalimat jawaban dapat memuat data orang, maka hanya status, nomor dan letak elemennya yang ditampilkan; jawaban lengkap tersimpan tersegel.',
      en: "Five digits are the number of a rule in the ministry's validation dictionary (Kamus Validasi, SATUSEHAT Platform documentation). What a rule refuses is not stored there and is never sent again unchanged; the data is kept here. The wording may quote data of a person, so only status, number and element are shown; the whole answer is kept sealed.",
    },
    remedy: {
      id: 'Cari nomornya pada tabel di bawah; bila tidak ada, cari di Kamus Validasi. Perbaiki datanya atau jejaring, lalu kirim lagi atau lepaskan.',
      en: 'Look up the number in the table below or else in the Kamus Validasi. Correct the data or jejaring and resend or release it.',
    },
  },
} as const satisfies Readonly<Record<string, PageEntry>>;
