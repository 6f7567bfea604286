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
  'tetap-di-sini': {
    severities: ['information'],
    title: { id: 'Sebagian isi kunjungan tidak ikut terkirim', en: 'A part of a visit does not go along' },
    meaning: {
      id: 'Isi itu tersimpan di sini; platform tidak dapat menerimanya: jenisnya belum dikirim, tidak berkode yang dikenal, atau harus menyebut sesuatu yang tidak ada.',
      en: 'It is kept here; the platform cannot take it: its type is not sent, it has no code that is known, or it must name something that is not there.',
    },
    remedy: {
      id: 'Tidak perlu tindakan; bila kodenya seharusnya ada, lengkapi pada sumber atau pada programme/elements.',
      en: 'Nothing to do; where there should be a code, complete it in the source or in programme/elements.',
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
  'satusehat-halaman-jaringan': {
    severities: ['error'],
    title: { id: 'Jaringan menjawab dengan halaman, bukan SATUSEHAT', en: 'The network answered with a page, not SATUSEHAT' },
    meaning: {
      id: 'Halaman masuk atau peringatan dari jaringan atau proksi. Tidak dihitung terkirim; semua kiriman puskesmas ini menunggu, dan yang mungkin sudah sampai dicari dulu.',
      en: 'A sign-in or warning page of the network or a proxy. Nothing counts as delivered; everything of this puskesmas waits, and what may have arrived is looked up first.',
    },
    remedy: {
      id: 'Buka jaringan itu di peramban (masuk atau setujui), atau periksa proksi. Sesudah itu berjalan sendiri.',
      en: 'Open that network in a browser (sign in or agree), or see the proxy. It goes on by itself then.',
    },
  },
  'satusehat-token-ditolak': {
    severities: ['error'],
    title: { id: 'SATUSEHAT menolak client id atau client secret', en: 'SATUSEHAT refused client id or client secret' },
    meaning: {
      id: 'Semua kiriman puskesmas ini menunggu; ditanyakan sekali lagi setelah satu menit, dan bila ditolak lagi ditahan (kredensial-ditolak).',
      en: 'Everything of this puskesmas waits; it is asked once more after a minute, and held if refused again (kredensial-ditolak).',
    },
    remedy: {
      id: 'Periksa kredensial puskesmas untuk lingkungan ini (staging dan produksi berbeda).',
      en: 'Check the credentials of the puskesmas for this environment (staging and production differ).',
    },
  },
  'satusehat-token-tertunda': {
    severities: ['error'],
    title: { id: 'SATUSEHAT belum memberi token', en: 'SATUSEHAT gave no token yet' },
    meaning: {
      id: 'Kiriman puskesmas ini menunggu. Setelah permintaan token yang gagal SATUSEHAT hanya mengizinkan satu permintaan semenit (halaman autentikasi SATUSEHAT), dari proses mana pun.',
      en: 'The sendings of this puskesmas wait. After a failed request for a token SATUSEHAT allows one a minute (its authentication page), whichever process asks.',
    },
    remedy: {
      id: 'Tidak perlu tindakan. Bila berlangsung lama, periksa apakah sistem lain meminta token dengan client id yang sama.',
      en: 'Nothing to do. If it lasts, see whether another system asks for tokens with the same client id.',
    },
  },
  'satusehat-alamat-asing': {
    severities: ['error'],
    title: { id: 'SATUSEHAT menolak alamat jaringan ini', en: 'SATUSEHAT refuses this network address' },
    meaning: {
      id: 'Jawabannya halaman, bukan data: SATUSEHAT hanya melayani alamat Indonesia, atau proxy kantor yang menjawab. Semua kiriman, dari puskesmas mana pun, menunggu sepuluh menit lalu dicoba lagi.',
      en: 'The answer was a page and no data: SATUSEHAT serves Indonesian addresses only, or the proxy of the office answered. Every sending of every puskesmas waits for ten minutes and is tried again then.',
    },
    remedy: {
      id: 'Jalankan Titian dari alamat Indonesia (matikan VPN), atau mintalah proxy meloloskan alamat SATUSEHAT.',
      en: 'Run Titian from an Indonesian address (switch off the VPN), or have the proxy let the address of SATUSEHAT through.',
    },
  },
  'satusehat-kredensial-belum-ada': {
    severities: ['error'],
    title: { id: 'Kredensial SATUSEHAT tidak ada, dijeda atau dicabut', en: 'SATUSEHAT credentials absent, paused or revoked' },
    meaning: {
      id: 'Kiriman puskesmas ini tidak dapat dikirim; datanya tetap tersimpan.',
      en: 'Nothing of this puskesmas can be sent; its data is kept.',
    },
    remedy: {
      id: 'Lihat keadaannya: titian facility list. Puskesmas memasukkan, melanjutkan atau memperbarui kredensialnya sendiri.',
      en: 'See how it stands: titian facility list. The puskesmas enters, resumes or renews its credentials itself.',
    },
  },
  'satusehat-nomor': {
    severities: ['error', 'information'],
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
