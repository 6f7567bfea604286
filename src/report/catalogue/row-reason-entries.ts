import type { PageEntry } from './error-page.ts';

const notCounted = {
  id: 'Tidak dihitung sebagai baris data; tidak ada yang dibaca darinya.',
  en: 'It does not count as a data row; nothing is read from it.',
};
const none = { id: 'Tidak perlu tindakan.', en: 'Nothing to do.' };

/** Why a row was skipped, or was quarantined for a reason that is no finding of its own. */
export const rowReasonEntries = {
  'belum-diberikan': {
    severities: [],
    title: { id: 'Pelayanan yang belum diberikan', en: 'A service not given yet' },
    meaning: {
      id: 'Dilewati: barisnya disiapkan untuk vaksin atau pelayanan yang tanggalnya belum diisi, dan tidak ada hasil lain di dalamnya.',
      en: 'Skipped: the row was prepared for a vaccine or service whose date is still open, and it holds no other result.',
    },
    remedy: { id: 'Isi tanggalnya bila sudah diberikan, lalu kirim lagi.', en: 'Fill in the date once it has been given, and resend.' },
  },
  judul: {
    severities: [],
    title: { id: 'Baris judul di atas kepala kolom', en: 'Title above the header' },
    meaning: notCounted,
    remedy: none,
  },
  kepala: {
    severities: [],
    title: { id: 'Kepala kolom, juga yang terulang', en: 'Header, also one repeated' },
    meaning: notCounted,
    remedy: none,
  },
  catatan: {
    severities: [],
    title: { id: 'Catatan atau tanda tangan di bawah tabel', en: 'Note or signature below the table' },
    meaning: notCounted,
    remedy: {
      id: 'Bila sebenarnya data seseorang, isi nama, NIK atau tanggalnya.',
      en: 'If it is about a person, fill in the name, the NIK or the date.',
    },
  },
  kosong: {
    severities: [],
    title: { id: 'Baris kosong', en: 'Blank row' },
    meaning: { id: 'Dilewati: tidak ada orang, tanggal atau hasil di dalamnya.', en: 'Skipped: it holds no person, date or result.' },
    remedy: none,
  },
  jumlah: {
    severities: [],
    title: { id: 'Baris jumlah', en: 'Total row' },
    meaning: { id: 'Dilewati: jumlah bukan data seseorang.', en: 'Skipped: a total is not about a person.' },
    remedy: none,
  },
  duplikat: {
    severities: [],
    title: { id: 'Kunjungan yang sama sudah ada', en: 'The same visit is there already' },
    meaning: {
      id: 'Dilewati: isinya sama dengan yang sudah tersimpan (lihat D26).',
      en: 'Skipped: its contents are stored already (see D26).',
    },
    remedy: none,
  },
  'sudah-diganti': {
    severities: [],
    title: { id: 'Baris sudah diganti kiriman kemudian', en: 'A later file has replaced the row' },
    meaning: {
      id: 'Dilewati: kiriman yang lebih baru menyebut orang lain untuk nomor kunjungan ini (lihat nomor-sudah-diganti).',
      en: 'Skipped: a newer file names somebody else for this visit number (see nomor-sudah-diganti).',
    },
    remedy: none,
  },
  'tidak-terbaca': {
    severities: [],
    title: { id: 'Baris tidak dapat dibaca', en: 'The row cannot be read' },
    meaning: {
      id: 'Baris ditahan; temuan pada baris itu menyebut sebabnya.',
      en: 'The row is quarantined; the finding beside it says why.',
    },
    remedy: { id: 'Perbaiki barisnya menurut temuan itu, lalu kirim lagi.', en: 'Correct the row as the finding says and resend.' },
  },
  'tidak-lagi-tersebut': {
    severities: [],
    title: { id: 'Kunjungan ditarik: tidak ada lagi baris yang menyebutnya', en: 'Visit taken back: no row says it any more' },
    meaning: {
      id: 'Tabel sumber, program atau jejaring diperbaiki dan berkasnya dibaca ulang: baris itu kini berarti lain (misalnya hari atau tempat lain). Platform yang pernah menerimanya diberi tahu. Bila suatu baris menyebutnya lagi, kunjungan itu berlaku lagi dengan nomor yang sama.',
      en: 'Tables of the source, the programme or the register were fixed and the file was read again: by now the row means something else (another day or place, say). Platforms that had taken it are told. Should a row say it again, the visit stands again under its own number.',
    },
    remedy: {
      id: 'Tidak perlu tindakan. Bila kunjungan itu memang ada, kirim lagi barisnya.',
      en: 'Nothing to do. If the visit did take place, hand its row in again.',
    },
  },
} as const satisfies Readonly<Record<string, PageEntry>>;
