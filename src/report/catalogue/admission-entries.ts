import type { PageEntry } from './error-page.ts';

const nothingStored = {
  id: 'Kiriman ini tidak disimpan, juga tidak sebagian. Yang sudah dijawab 202 tetap tersimpan.',
  en: 'Nothing of this submission is stored. What was answered 202 stays.',
};

/** Why a submission is not let in just now, and what is wrong with its sender's own key. */
export const admissionEntries = {
  'sedang-penuh': {
    severities: ['error'],
    title: { id: 'Titian sedang penuh', en: 'Titian is busy' },
    meaning: nothingStored,
    remedy: {
      id: 'Kirim ulang setelah waktu pada kepala `Retry-After`. Bila sering terjadi, lihat bab "Saat ramai" dalam panduan operasi.',
      en: 'Send again after the time in the header `Retry-After`. If it happens often, see the chapter "Saat ramai" of the operations guide.',
    },
  },
  'ruang-disk-menipis': {
    severities: ['fatal'],
    title: { id: 'Ruang disk hampir habis', en: 'The disk is nearly full' },
    meaning: nothingStored,
    remedy: {
      id: 'Kosongkan ruang di disk folder data (`titian doctor` menunjukkan sisanya), lalu kirim ulang. Titian melanjutkan dengan sendirinya.',
      en: 'Free space on the disk of the data folder (`titian doctor` shows what is left) and send again. Titian goes on by itself.',
    },
  },
  'penyimpanan-tertahan': {
    severities: ['error'],
    title: { id: 'Data sedang dipakai kiriman lain', en: 'The data is in use by another submission' },
    meaning: nothingStored,
    remedy: { id: 'Kirim ulang beberapa detik lagi.', en: 'Send again in a few seconds.' },
  },
  'kunci-idempotensi-rusak': {
    severities: ['error'],
    title: { id: 'Idempotency-Key salah bentuk', en: 'Malformed Idempotency-Key' },
    meaning: nothingStored,
    remedy: {
      id: 'Tulis kepala itu satu kali, dengan 1 sampai 255 karakter ASCII yang terlihat, tanpa spasi. Pakai UUID baru untuk setiap kiriman.',
      en: 'Write the header once, with 1 to 255 visible ASCII characters and no space. Use a new UUID for each submission.',
    },
  },
  'kunci-idempotensi-lain-isi': {
    severities: ['error'],
    title: { id: 'Idempotency-Key sudah dipakai untuk kiriman lain', en: 'The Idempotency-Key was used for another submission' },
    meaning: nothingStored,
    remedy: {
      id: 'Pakai kunci baru untuk isi yang baru. Kunci lama hanya untuk mengulang permintaan yang sama: isi file, `source`, `place`, `date`, dan `file`.',
      en: 'Use a new key for new content. An old key only repeats the same request: bytes, `source`, `place`, `date` and `file`.',
    },
  },
  'kunci-idempotensi-sedang-dikerjakan': {
    severities: ['error'],
    title: { id: 'Kiriman pertama dengan kunci ini masih dikerjakan', en: 'The first submission with this key is under way' },
    meaning: {
      id: 'Permintaan ini tidak dikerjakan dua kali; yang pertama belum selesai.',
      en: 'This request is not worked on twice; the first is not done yet.',
    },
    remedy: {
      id: 'Kirim ulang permintaan yang sama setelah waktu pada `Retry-After`: jawabannya akan sama.',
      en: 'Send the same request again after the time in `Retry-After`: the answer will be the same.',
    },
  },
} as const satisfies Readonly<Record<string, PageEntry>>;
