import { Refusal } from './refusal.ts';

/** Why a submission is not let in. The words are labels of a metric too. */
export type BusyCause = 'memori' | 'permintaan' | 'antrean-baca' | 'proses' | 'disk';

const whys: Readonly<Record<Exclude<BusyCause, 'disk'>, readonly [string, string]>> = {
  memori: ['memori untuk menampung file sedang terpakai', 'the memory that holds files is in use'],
  permintaan: ['terlalu banyak kiriman sedang dikerjakan', 'too many submissions are being worked on'],
  'antrean-baca': ['file panjang yang sudah diterima masih antre untuk dibaca', 'long files that were accepted still wait to be read'],
  proses: ['proses Titian sedang kelebihan beban', 'the process of Titian is overloaded'],
};

/** 429: nothing was stored, and there will be room again after about so many seconds. */
export function toBusy(cause: Exclude<BusyCause, 'disk'>, retryAfterSeconds: number): Refusal {
  const [id, en] = whys[cause];
  const seconds = String(retryAfterSeconds);
  const issue = {
    severity: 'error',
    type: 'throttled',
    code: 'sedang-penuh',
    text: `Titian sedang penuh: ${id}. Tidak ada yang disimpan. Kirim ulang setelah ${seconds} detik; file yang sama tidak akan tersimpan dua kali.`,
    diagnostics: `Titian is busy: ${en}. Nothing was stored. Send again after ${seconds} seconds; the same file is never stored twice.`,
  } as const;
  return new Refusal(429, [issue], { 'retry-after': seconds });
}

/** 503 before the disk is full: PostgreSQL needs room to keep what it has. */
export function toNearlyFull(retryAfterSeconds: number): Refusal {
  const issue = {
    severity: 'fatal',
    type: 'transient',
    code: 'ruang-disk-menipis',
    text: 'Ruang disk untuk data Titian hampir habis; kiriman ini tidak disimpan. Yang sudah diterima tetap aman. Kosongkan ruang di disk folder data, lalu kirim ulang.',
    diagnostics:
      'The disk for the data of Titian is nearly full; this submission is not stored. What was accepted is safe. Free space on the disk of the data folder and send again.',
  } as const;
  return new Refusal(503, [issue], { 'retry-after': String(retryAfterSeconds) });
}
