import type { PageEntry } from './error-page.ts';

const nothingRead = {
  id: 'Permintaan tidak dilayani; tidak ada yang dibaca dan tidak ada yang disimpan.',
  en: 'The request is not served; nothing was read and nothing is stored.',
};

/** Faults of a request to the gateway, which answers them before it reads a file. */
export const requestEntries = {
  'alamat-tidak-dikenal': {
    severities: ['error'],
    title: { id: 'Alamat tidak dikenal', en: 'Unknown path' },
    meaning: nothingRead,
    remedy: {
      id: 'Periksa alamat dan metodenya; jawaban menyebut alamat yang ada.',
      en: 'Check path and method; the answer names the paths there are.',
    },
  },
  'kunci-terikat-puskesmas': {
    severities: ['error'],
    title: { id: 'Kunci terikat pada satu puskesmas', en: 'The key is bound to one puskesmas' },
    meaning: {
      id: 'Metrik dan jeda platform berlaku untuk seluruh gateway, bukan untuk satu puskesmas.',
      en: 'Metrics and pauses of platforms are those of the whole gateway, not of one puskesmas.',
    },
    remedy: {
      id: 'Buat kunci tanpa `--within`: `titian keys create --name pemantauan` (untuk jeda: dengan `--scope operasi`).',
      en: 'Make a key without `--within`: `titian keys create --name monitoring` (for pauses: with `--scope operasi`).',
    },
  },
  'kunci-api-ditolak': {
    severities: ['error'],
    title: { id: 'Kunci API tidak ada atau tidak dikenal', en: 'API key missing or unknown' },
    meaning: nothingRead,
    remedy: {
      id: 'Kirim kunci pada kepala `Authorization: Bearer`. Kunci baru dibuat dengan `titian keys create`.',
      en: 'Send the key in the header `Authorization: Bearer`. Make a new one with `titian keys create`.',
    },
  },
  'jenis-isi-salah': {
    severities: ['error'],
    title: { id: 'Jenis isi bukan JSON', en: 'The content type is not JSON' },
    meaning: nothingRead,
    remedy: {
      id: 'Kirim dengan `Content-Type: application/fhir+json`; XML tidak dibaca di sini.',
      en: 'Send it as `Content-Type: application/fhir+json`; XML is not read here.',
    },
  },
  'jenis-resource-tidak-dikenal': {
    severities: ['error'],
    title: { id: 'Jenis resource pada alamat tidak dikenal', en: 'Unknown resource type in the path' },
    meaning: nothingRead,
    remedy: {
      id: 'Periksa ejaan jenisnya, misalnya `/fhir/Patient/$validate`, atau pakai `/fhir/$validate`.',
      en: 'Check its spelling, such as `/fhir/Patient/$validate`, or use `/fhir/$validate`.',
    },
  },
  'mode-tidak-didukung': {
    severities: ['error'],
    title: { id: 'Mode $validate tidak didukung', en: 'Mode of $validate not supported' },
    meaning: {
      id: 'Resource tidak diperiksa: mode `delete` menanyakan isi server, dan di sini tidak ada yang disimpan.',
      en: 'The resource was not validated: the mode `delete` asks about what a server holds, and nothing is held here.',
    },
    remedy: {
      id: 'Hapus parameter `mode`, atau pakai `create`, `update` atau `profile`.',
      en: 'Leave out the parameter `mode`, or use `create`, `update` or `profile`.',
    },
  },
  'source-wajib': {
    severities: ['error'],
    title: { id: 'Bentuk berkas tidak disebut', en: 'The form of the file is not named' },
    meaning: nothingRead,
    remedy: {
      id: 'Tambahkan `?source=NAMA`, misalnya `?source=posyandu-kenanga`. Nama bentuk adalah nama folder di `sources`.',
      en: 'Add `?source=NAME`, such as `?source=posyandu-kenanga`. The forms are the folders under `sources`.',
    },
  },
  'sumber-tidak-dikenal': {
    severities: ['fatal'],
    title: { id: 'Bentuk berkas tidak dikenal', en: 'Unknown form of file' },
    meaning: nothingRead,
    remedy: {
      id: 'Pakai salah satu bentuk yang disebut dalam jawaban; untuk bentuk baru tambahkan satu folder di `sources`.',
      en: 'Use one of the forms named in the answer; for a new form add a folder under `sources`.',
    },
  },
  'tanggal-permintaan-salah': {
    severities: ['error'],
    title: { id: 'Parameter date salah', en: 'Wrong parameter date' },
    meaning: nothingRead,
    remedy: { id: 'Tulis sebagai TTTT-BB-HH, misalnya 2025-08-12.', en: 'Write it as YYYY-MM-DD, such as 2025-08-12.' },
  },
  'halaman-salah': {
    severities: ['error'],
    title: { id: 'Parameter after atau limit salah', en: 'Wrong parameter after or limit' },
    meaning: {
      id: 'Daftar baris tidak diberikan; kiriman itu sendiri tidak berubah.',
      en: 'The list of rows is not given; the submission itself is unchanged.',
    },
    remedy: {
      id: 'Pakai bilangan bulat: after mulai dari 0, limit 1 sampai 1000.',
      en: 'Use whole numbers: after from 0, limit from 1 to 1000.',
    },
  },
  'kiriman-tidak-ada': {
    severities: ['error'],
    title: { id: 'Kiriman dengan nomor itu tidak ada', en: 'There is no submission of that number' },
    meaning: {
      id: 'Tidak ada yang berubah. Berkas yang ditolak seluruhnya tidak mempunyai nomor kiriman.',
      en: 'Nothing has changed. A file that was refused as a whole has no number.',
    },
    remedy: {
      id: 'Periksa nomor `id` pada jawaban saat mengirim.',
      en: 'Check the `id` in the answer to the submission.',
    },
  },
  'file-terlalu-besar': {
    severities: ['fatal'],
    title: { id: 'Berkas terlalu besar', en: 'File too large' },
    meaning: nothingRead,
    remedy: {
      id: 'Bagi menjadi beberapa berkas, masing-masing dengan baris kepala, lalu kirim satu per satu.',
      en: 'Split it, each part with its header row, and send the parts one by one.',
    },
  },
  'alamat-rusak': {
    severities: ['error'],
    title: { id: 'Alamat permintaan rusak', en: 'Broken address of a request' },
    meaning: nothingRead,
    remedy: {
      id: 'Perbaiki alamatnya: tanda persen (%) harus diikuti kode UTF-8 yang sah.',
      en: 'Correct the address: a percent sign must introduce valid UTF-8.',
    },
  },
  'penyimpanan-tidak-terjangkau': {
    severities: ['fatal'],
    title: { id: 'Basis data tidak menjawab', en: 'The database does not answer' },
    meaning: {
      id: 'Gateway hidup, tetapi basis datanya tidak; PostgreSQL bawaan dijalankan lagi dengan sendirinya. Tidak ada yang tersimpan setengah.',
      en: 'The gateway lives, but its database does not; the embedded PostgreSQL is started again by itself. Nothing is half-stored.',
    },
    remedy: {
      id: 'Kirim ulang beberapa detik lagi. Bila tetap: periksa `/readyz`, log gateway, dan server dari `DATABASE_URL`.',
      en: 'Send again in a few seconds. If it stays so: look at `/readyz`, the log of the gateway, and the server of `DATABASE_URL`.',
    },
  },
  'penyimpanan-penuh': {
    severities: ['fatal'],
    title: { id: 'Disk penuh', en: 'Disk full' },
    meaning: {
      id: 'Disk tempat data Titian penuh; kiriman ini tidak disimpan. Yang sudah dijawab diterima tetap tersimpan.',
      en: 'The disk that holds the data of Titian is full; this submission is not stored. What was answered as accepted stays.',
    },
    remedy: { id: 'Kosongkan ruang di folder data, lalu kirim ulang.', en: 'Free space in the data folder and send again.' },
  },
  'galat-dalam': {
    severities: ['fatal'],
    title: { id: 'Titian gagal memproses permintaan', en: 'Titian failed to process the request' },
    meaning: {
      id: 'Tidak ada yang tersimpan setengah. Jawaban memuat nomor kejadian; rinciannya hanya ada di log.',
      en: 'Nothing is half-stored. The answer carries the number of the incident; its details are in the log alone.',
    },
    remedy: {
      id: 'Kirim ulang; bila terulang, laporkan nomor kejadiannya kepada pengelola Titian.',
      en: 'Send it again; if it recurs, report the number to whoever runs Titian.',
    },
  },
} as const satisfies Readonly<Record<string, PageEntry>>;
