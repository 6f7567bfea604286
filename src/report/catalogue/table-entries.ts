import type { PageEntry } from './error-page.ts';

const restore = {
  id: 'Pulihkan atau perbaiki berkas pada tempat yang disebut, lalu muat ulang.',
  en: 'Restore or correct the file at the place named and load it again.',
};

/** Faults of the register of places and of the growth tables, found when they are loaded. */
export const tableEntries = {
  'jejaring-tidak-sah': {
    severities: ['error', 'warning'],
    title: { id: 'Isi jejaring, pendaftaran atau kebijakan salah', en: 'A fault in jejaring, pendaftaran or policies' },
    meaning: {
      id: 'Galat: tidak ada yang diimpor dan jejaring sebelumnya tetap berlaku. Peringatan: diimpor, seperti dijelaskan dalam kalimatnya.',
      en: 'An error: nothing is imported and the register before it stays. A warning: imported, in the way the sentence says.',
    },
    remedy: {
      id: 'Perbaiki berkas pada baris dan kolom yang disebut, lalu jalankan `titian places import` lagi.',
      en: 'Correct the file at the line and column named and run `titian places import` again.',
    },
  },
  'tabel-pertumbuhan': {
    severities: ['fatal'],
    title: { id: 'Tabel pertumbuhan WHO rusak', en: 'A WHO growth table is damaged' },
    meaning: { id: 'Titian tidak menghitung status gizi dengan tabel yang rusak.', en: 'Titian computes no growth from a damaged table.' },
    remedy: {
      id: 'Pulihkan berkas dari paket Titian; isinya tidak boleh diubah.',
      en: 'Restore the file from the Titian package; its values must not be edited.',
    },
  },
  'ambang-pertumbuhan': {
    severities: ['fatal'],
    title: { id: 'Ambang kelas pertumbuhan salah', en: 'Wrong limits of growth classes' },
    meaning: {
      id: 'Titian tidak menggolongkan status gizi dengan ambang yang salah.',
      en: 'Titian puts nobody into a class by wrong limits.',
    },
    remedy: restore,
  },
  'sel-pertumbuhan': {
    severities: ['error'],
    title: { id: 'Sel pada daftar uji pertumbuhan tidak terbaca', en: 'A cell in a list of growth cases cannot be read' },
    meaning: {
      id: 'Baris itu tidak dihitung; hanya berlaku untuk perintah `titian growth`.',
      en: 'That row is not computed; this concerns the command `titian growth` alone.',
    },
    remedy: { id: 'Perbaiki sel pada kolom yang disebut.', en: 'Correct the cell in the column named.' },
  },
} as const satisfies Readonly<Record<string, PageEntry>>;
