import type { PageEntry } from './error-page.ts';

const waitsForNik = {
  id: 'Kunjungan tersimpan; pengirimannya menunggu dan jalan sendiri begitu NIK yang benar datang.',
  en: 'The visit is kept; its sending waits and goes on by itself once the right NIK comes.',
};
const byItself = { id: 'Tidak perlu tindakan.', en: 'Nothing to do.' };

/** Why a sending is held or waits, where the reason is the gateway's own and not a platform's. */
export const sendingReasonEntries = {
  'nik-rusak': {
    severities: [],
    title: { id: 'Menunggu: NIK rusak oleh Excel (D01)', en: 'Waits: NIK destroyed by Excel (D01)' },
    meaning: waitsForNik,
    remedy: { id: 'Ketik ulang NIK pada kolom berformat Teks, lalu kirim lagi.', en: 'Type the NIK again in a text column and resend.' },
  },
  'nik-tidak-sah': {
    severities: [],
    title: { id: 'Menunggu: NIK tidak sah (D03)', en: 'Waits: NIK is invalid (D03)' },
    meaning: waitsForNik,
    remedy: { id: 'Periksa NIK pada KTP, KIA atau KK, lalu kirim lagi.', en: 'Check the NIK on the identity or family card and resend.' },
  },
  'nik-tersamar': {
    severities: [],
    title: { id: 'Menunggu: NIK disamarkan (D04)', en: 'Waits: NIK is masked (D04)' },
    meaning: waitsForNik,
    remedy: { id: 'Kirim NIK lengkap dari sistem asal.', en: 'Send the full NIK from the system of origin.' },
  },
  'menunggu-induk': {
    severities: [],
    title: { id: 'Menunggu tempat, nakes atau orangnya dikenal platform', en: 'Waits until the platform knows its place, nakes or person' },
    meaning: {
      id: 'Kunjungan tersimpan; dikirim sendiri setelah semua yang dirujuknya diterima.',
      en: 'The visit is kept; it is sent by itself after all it refers to has been accepted.',
    },
    remedy: {
      id: 'Bila lama, lihat mengapa tempat, nakes atau orang itu sendiri ditahan.',
      en: 'If it lasts, see why that place, nakes or person is held itself.',
    },
  },
  'menunggu-penilaian': {
    severities: [],
    title: { id: 'Menunggu riwayat orangnya dinilai', en: 'Waits until the history of the person has been looked at' },
    meaning: {
      id: 'Kunjungan hamil, nifas atau bayi baru lahir dikirim bersama episodenya; episode dihitung dari seluruh riwayat beberapa detik setelah berkas dibaca.',
      en: 'A visit in pregnancy, childbed or of a newborn goes with its episode, which is reckoned from the whole history some seconds after the file was read.',
    },
    remedy: {
      id: 'Tidak perlu tindakan. Bila lama, lihat pekerjaan nilai-orang pada titian doctor.',
      en: 'Nothing to do. If it lasts, see the job nilai-orang in titian doctor.',
    },
  },
  'menunggu-waktu': {
    severities: [],
    title: { id: 'Menunggu kunjungannya selesai', en: 'Waits until the visit has ended' },
    meaning: {
      id: 'Platform menolak waktu yang belum tiba; dikirim sendiri setelah jam buka tempat itu berakhir.',
      en: 'Platforms refuse a time to come; it is sent by itself after the hours of the place.',
    },
    remedy: byItself,
  },
  'platform-berhenti': {
    severities: [],
    title: { id: 'Menunggu platform melayani lagi', en: 'Waits until the platform serves again' },
    meaning: {
      id: 'Platform menolak atau tidak terjangkau untuk semua kiriman dengan kredensial ini; menunggu tidak mengurangi jatah percobaan.',
      en: 'The platform refuses or cannot be reached for everything under this credential; waiting costs no attempt.',
    },
    remedy: { id: 'Bila lama, periksa sambungan internet dan kredensial.', en: 'If it lasts, check the connection and the credentials.' },
  },
  'kuota-habis': {
    severities: [],
    title: { id: 'Menunggu giliran kuota platform', en: "Waits for its turn in the platform's quota" },
    meaning: {
      id: 'Platform membatasi banyaknya panggilan dengan kredensial ini; batasnya dipelajari dari jawaban platform dan dibagi semua proses. Menunggu tidak mengurangi jatah percobaan.',
      en: 'The platform limits the calls under this credential; the limit is learned from its answers and shared by all processes. Waiting costs no attempt.',
    },
    remedy: byItself,
  },
  'dicoba-lagi': {
    severities: [],
    title: { id: 'Menunggu percobaan berikutnya', en: 'Waits for the next attempt' },
    meaning: {
      id: 'Kiriman belum diterima, dan pasti belum tersimpan di platform; dicoba lagi sendiri.',
      en: 'It was not taken and is certainly not at the platform; it is tried again by itself.',
    },
    remedy: byItself,
  },
  'dicari-kembali': {
    severities: [],
    title: { id: 'Menunggu dicari dulu di platform', en: 'Waits to be looked up at the platform first' },
    meaning: {
      id: 'Tidak pasti apakah kiriman sampai; dicari dulu dengan nomor kita, dan hanya dikirim ulang bila tidak ada.',
      en: 'Nobody knows whether it arrived; it is looked up by our number and sent again only if it is not there.',
    },
    remedy: byItself,
  },
  ditolak: {
    severities: [],
    title: { id: 'Ditolak platform tanpa alasan', en: 'Refused by the platform without a reason' },
    meaning: {
      id: 'Kiriman tidak diulang tanpa perubahan; jawaban lengkap tersimpan tersegel bersama percobaannya.',
      en: 'It is never sent again unchanged; the whole answer is kept sealed with the attempt.',
    },
    remedy: { id: 'Lihat percobaannya, perbaiki sebabnya, lalu lepaskan.', en: 'See its attempt, mend the cause and release it.' },
  },
  'tidak-sesuai-profil': {
    severities: ['warning'],
    title: { id: 'Ditahan: kunjungan atau orangnya tidak sesuai profil', en: 'Held: the visit or its person does not follow the profile' },
    meaning: {
      id: 'Tanpa Encounter atau Patient yang sah tidak ada yang dapat dikirim; temuan pada barisnya menyebut sebabnya.',
      en: 'Without a valid Encounter or Patient nothing can be sent; the findings of its row say why.',
    },
    remedy: { id: 'Perbaiki barisnya menurut temuan itu, lalu kirim lagi.', en: 'Correct the row as the findings say and resend.' },
  },
} as const satisfies Readonly<Record<string, PageEntry>>;
