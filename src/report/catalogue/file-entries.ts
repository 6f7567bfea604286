import type { PageEntry } from './error-page.ts';

const fileRefused = {
  id: 'Berkas ditolak seluruhnya: tidak ada baris yang dibaca dan tidak ada yang disimpan.',
  en: 'The file is refused as a whole: no row was read and nothing is stored.',
};
const lineUnread = {
  id: 'Baris itu ditahan dengan alasan `tidak-terbaca`; baris lainnya tetap dibaca.',
  en: 'The line is quarantined as `tidak-terbaca`; the other rows are read.',
};
const asCsv = {
  id: 'Ekspor ulang dari aplikasi asal sebagai CSV UTF-8, lalu kirim lagi.',
  en: 'Export it again from the original program as CSV UTF-8 and resend.',
};

/** Faults of the bytes, lines and widths of a file; its columns and cells are in the catalogue of src/map. */
export const fileEntries = {
  'bukan-csv': {
    severities: ['fatal'],
    title: { id: 'Bukan berkas CSV', en: 'Not a CSV file' },
    meaning: fileRefused,
    remedy: {
      id: 'Simpan buku kerja Excel sebagai "CSV UTF-8", buka arsip lebih dulu, atau ekspor datanya sebagai CSV; jawaban menyebut berkas apa yang datang.',
      en: 'Save an Excel workbook as "CSV UTF-8", extract an archive first, or export the data as CSV; the answer says what kind of file came.',
    },
  },
  'berkas-biner': {
    severities: ['fatal'],
    title: { id: 'Berkas biner, bukan teks', en: 'A binary file, not text' },
    meaning: fileRefused,
    remedy: asCsv,
  },
  'berkas-kosong': {
    severities: ['fatal', 'warning'],
    title: { id: 'Berkas kosong', en: 'The file is empty' },
    meaning: fileRefused,
    remedy: asCsv,
  },
  'encoding-salah': {
    severities: ['fatal'],
    title: { id: 'Encoding yang dinyatakan tidak cocok dengan isi berkas', en: 'The declared encoding disagrees with the bytes' },
    meaning: fileRefused,
    remedy: {
      id: 'Simpan ulang sebagai CSV UTF-8, atau nyatakan encoding yang disebut dalam jawaban.',
      en: 'Save it again as CSV UTF-8, or declare the encoding named in the answer.',
    },
  },
  'encoding-rusak': {
    severities: ['error'],
    title: { id: 'Baris berisi byte yang bukan encoding berkas', en: 'A line holds bytes that are not in the encoding of the file' },
    meaning: lineUnread,
    remedy: { id: 'Simpan ulang berkas sebagai CSV UTF-8, lalu kirim lagi.', en: 'Save the file again as CSV UTF-8 and resend.' },
  },
  'byte-nul': {
    severities: ['error'],
    title: { id: 'Baris berisi byte NUL', en: 'A line holds a NUL byte' },
    meaning: lineUnread,
    remedy: {
      id: 'Berkas mungkin rusak saat disalin; salin atau ekspor ulang.',
      en: 'The file may have been damaged in copying; copy or export it again.',
    },
  },
  'pemisah-salah': {
    severities: ['fatal'],
    title: { id: 'Pemisah kolom yang dinyatakan tidak dipakai dalam berkas', en: 'The declared delimiter separates no row' },
    meaning: fileRefused,
    remedy: {
      id: 'Nyatakan pemisah yang disebut dalam jawaban, atau hapus pernyataannya: pemisah dikenali sendiri.',
      en: 'Declare the delimiter named in the answer, or leave it out: it is recognised by itself.',
    },
  },
  'baris-terlalu-panjang': {
    severities: ['fatal', 'error'],
    title: { id: 'Baris terlalu panjang', en: 'Line too long' },
    meaning: {
      id: 'Bila baris pertama, atau bila datang lewat HTTP, berkas ditolak seluruhnya; selain itu baris itu ditahan dan yang lain dibaca.',
      en: 'Where it is the first line, or came by HTTP, the file is refused as a whole; elsewhere that line is quarantined and the others are read.',
    },
    remedy: {
      id: 'Periksa tanda kutip yang tidak ditutup atau akhir baris yang hilang, lalu simpan ulang sebagai CSV.',
      en: 'Look for an unclosed quote or lost line endings and save it again as CSV.',
    },
  },
  'kolom-terlalu-banyak': {
    severities: ['fatal', 'error'],
    title: { id: 'Baris dengan terlalu banyak kolom', en: 'A line of too many columns' },
    meaning: {
      id: 'Bila baris pertama, berkas ditolak seluruhnya; selain itu baris itu ditahan dan yang lain dibaca.',
      en: 'Where it is the first line the file is refused as a whole; elsewhere that line is quarantined and the others are read.',
    },
    remedy: { id: 'Periksa pemisah kolom dan akhir baris.', en: 'See the delimiter and the line endings.' },
  },
  'baris-tidak-rata': {
    severities: ['error', 'warning', 'information'],
    title: { id: 'Jumlah kolom baris tidak sama dengan tabelnya', en: 'A row is wider or narrower than its table' },
    meaning: {
      id: 'Kolom yang kurang dianggap kosong dan barisnya dibaca. Baris yang kelebihan kolom ditahan, karena nilainya dapat berada di kolom yang salah.',
      en: 'Missing columns count as empty and the row is read. A row of too many columns is quarantined, for its values may stand in the wrong ones.',
    },
    remedy: {
      id: 'Periksa apakah baris terpotong; beri tanda kutip pada sel yang berisi pemisah, lalu kirim ulang.',
      en: 'See whether the line was cut; quote a cell that holds the delimiter and resend.',
    },
  },
} as const satisfies Readonly<Record<string, PageEntry>>;
