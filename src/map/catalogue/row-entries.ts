import type { CatalogueEntry } from './catalogue-entry.ts';

const tableRemedy = {
  id: 'Perbaiki tabel itu pada berkas dan baris yang disebut, lalu jalankan lagi.',
  en: 'Correct the table at the file and line named, and run it again.',
};

/** Issues about a whole row, a file, or the tables a source is made of. */
export const rowEntries = {
  D26: {
    type: 'duplicate',
    title: { id: 'Kunjungan yang sama dikirim lagi', en: 'The same visit was sent again' },
    meaning: {
      id: 'Isi yang sama dilewati; isi yang berubah dibaca sebagai perbaikan.',
      en: 'The same contents are skipped; changed contents are read as a correction.',
    },
    remedy: {
      id: 'Bila isinya berbeda, pastikan baris terakhir yang benar.',
      en: 'Where the contents differ, make sure that the last row is the right one.',
    },
  },
  'nomor-pindah-orang': {
    type: 'conflict',
    title: { id: 'Nomor kunjungan ini sebelumnya milik orang lain', en: 'This visit number was somebody else’s until now' },
    meaning: {
      id: 'Baris yang diperbaiki menyebut orang lain: kunjungan pindah ke orang itu, dan tidak ada isi tentang orang pertama yang terbawa. Yang sudah terkirim dibatalkan di rekam orang pertama dan dikirim baru.',
      en: 'The corrected row names somebody else: the visit goes over to that person, and nothing that was said about the first one goes with it. What was sent is voided in the first one’s record and sent anew.',
    },
    remedy: {
      id: 'Pastikan orangnya benar. Bila nomor dipakai ulang untuk orang lain, kirim nomor yang berbeda.',
      en: 'Make sure that it is the right person. Where the number was used again for somebody else, send different numbers.',
    },
  },
  'nomor-dua-orang': {
    type: 'conflict',
    title: { id: 'Satu nomor kunjungan dipakai dua orang', en: 'One visit number is used for two people' },
    meaning: {
      id: 'Nomor, tempat dan tanggal sama, orangnya berbeda: dicatat sebagai dua kunjungan, tidak pernah digabung.',
      en: 'The same number, place and day, but different people: kept as two visits, never merged.',
    },
    remedy: {
      id: 'Perbaiki nomor atau orang pada baris yang salah, lalu kirim lagi.',
      en: 'Correct the number or the person in the wrong row, and send it again.',
    },
  },
  'nomor-sudah-diganti': {
    type: 'duplicate',
    title: { id: 'Baris ini sudah diganti kiriman kemudian', en: 'A later file has replaced this row' },
    meaning: {
      id: 'Kiriman yang lebih baru menyebut orang lain untuk nomor kunjungan ini pada hari itu; baris ini tidak dihitung.',
      en: 'A newer file names somebody else for this visit number on that day; this row does not count.',
    },
    remedy: {
      id: 'Bila baris ini yang benar, kirim lagi dalam berkas baru.',
      en: 'Where this row is the right one, send it again in a new file.',
    },
  },
  D27: {
    type: 'conflict',
    title: { id: 'Status hitungan pengirim berbeda dari hitungan kami', en: "The sender's computed status differs from ours" },
    meaning: { id: 'Keduanya disimpan; yang dilaporkan tidak ditimpa.', en: 'Both are kept; what was reported is not overwritten.' },
    remedy: { id: 'Periksa berat, panjang/tinggi, cara ukur dan tanggalnya.', en: 'Check weight, length or height, position and dates.' },
  },
  'tempat-tidak-dikenal': {
    type: 'not-found',
    title: { id: 'Tempat tidak dikenal', en: 'Place is not known' },
    meaning: { id: 'Baris ditahan sampai tempatnya ada di jejaring.', en: 'The row is quarantined until its place stands in jejaring.' },
    remedy: {
      id: 'Perbaiki nama tempat, atau daftarkan di jejaring.csv beserta nama lainnya.',
      en: 'Correct the name of the place, or register it in jejaring.csv with its aliases.',
    },
  },
  'tanpa-tanggal': {
    type: 'required',
    title: { id: 'Tanggal kunjungan tidak ada', en: 'Visit date is missing' },
    meaning: { id: 'Baris ditahan: tanpa tanggal tidak ada kunjungan.', en: 'The row is quarantined: without a date there is no visit.' },
    remedy: { id: 'Isi tanggal, atau sebutkan tanggal saat mengirim berkas.', en: 'Fill in the date, or state it when sending the file.' },
  },
  'tanggal-perkiraan': {
    type: 'incomplete',
    title: { id: 'Tanggal diperkirakan dari bulan', en: 'Date estimated from the month' },
    meaning: {
      id: 'Hanya bulannya diketahui; hari posyandu dipakai dan ditandai.',
      en: 'Only the month is known; the posyandu day was taken and is marked.',
    },
    remedy: { id: 'Isi tanggal ukur bila diketahui.', en: 'Fill in the date where it is known.' },
  },
  'bulan-berbeda': {
    type: 'informational',
    title: { id: 'Tanggal di luar bulan pada judul berkas', en: 'Date outside the month of the title' },
    meaning: { id: 'Tanggal pada baris yang dipakai.', en: 'The date of the row is used.' },
    remedy: { id: 'Periksa tanggalnya.', en: 'Check the date.' },
  },
  'isi-berbeda': {
    type: 'conflict',
    title: {
      id: 'Dua pencatat menulis nilai berbeda untuk kunjungan yang sama',
      en: 'Two recorders wrote different values for the same visit',
    },
    meaning: {
      id: 'Yang dipakai: nakes terverifikasi, lalu nakes, lalu kader; keduanya disimpan.',
      en: 'Used is: verified nakes, then nakes, then kader; both are kept.',
    },
    remedy: { id: 'Periksa catatan asli dan kirim perbaikan.', en: 'Look at the paper and send a correction.' },
  },
  'kepala-tidak-dikenal': {
    type: 'structure',
    title: { id: 'Baris kepala kolom tidak ditemukan', en: 'No header row was found' },
    meaning: { id: 'Tidak ada baris yang dibaca.', en: 'No row was read.' },
    remedy: {
      id: 'Pilih sumber yang benar, atau kembalikan nama kolom seperti contoh berkas sumber.',
      en: "Choose the right source, or restore the column names of the source's sample.",
    },
  },
  'kolom-wajib': {
    type: 'structure',
    title: { id: 'Kolom wajib tidak ada', en: 'A mandatory column is missing' },
    meaning: { id: 'Tidak ada baris yang dibaca.', en: 'No row was read.' },
    remedy: {
      id: 'Kembalikan nama kolomnya, atau pilih sumber yang benar.',
      en: 'Restore the name of the column, or choose the right source.',
    },
  },
  'kolom-tidak-dikenal': {
    type: 'not-supported',
    title: { id: 'Kolom tidak dikenal, isinya tidak dibaca', en: 'Unknown column, its contents are not read' },
    meaning: { id: 'Baris lainnya tetap dibaca.', en: 'The rows are read without it.' },
    remedy: {
      id: 'Perbaiki nama kolom, atau tambahkan ke columns.yaml sumber.',
      en: "Correct the name of the column, or add it to the source's columns.yaml.",
    },
  },
  'kolom-ganda': {
    type: 'structure',
    title: { id: 'Kolom yang sama ada dua kali', en: 'The same column stands there twice' },
    meaning: { id: 'Yang pertama dibaca, yang lain tidak.', en: 'The first one is read, the other is not.' },
    remedy: { id: 'Hapus atau ganti nama salah satunya.', en: 'Delete or rename one of them.' },
  },
  'tempat-berbeda': {
    type: 'conflict',
    title: {
      id: 'Tempat pada berkas berbeda dari tempat yang disebut saat mengirim',
      en: 'The place in the file differs from the place named on sending',
    },
    meaning: { id: 'Tempat pada berkas yang dipakai.', en: 'The place in the file is used.' },
    remedy: { id: 'Pastikan berkasnya benar.', en: 'Make sure that it is the right file.' },
  },
  'tanpa-hasil': {
    type: 'informational',
    title: { id: 'Baris tanpa satu pun hasil', en: 'A row without any result' },
    meaning: {
      id: 'Orangnya dicatat; tidak ada kunjungan yang dibuat, karena tidak ada tanda ia datang.',
      en: 'The person is registered; no visit is made of it, because nothing says that they came.',
    },
    remedy: {
      id: 'Bila ia datang, isi hasil pengukurannya lalu kirim lagi.',
      en: 'If they came, fill in what was measured and send it again.',
    },
  },
  'perlu-konfirmasi': {
    type: 'informational',
    title: { id: 'Fakta dibaca dari teks bebas', en: 'Facts read out of a free text' },
    meaning: {
      id: 'Disimpan dan ditandai; tidak dihitung dan tidak dikirim sebelum dikonfirmasi nakes.',
      en: 'They are kept and marked; neither counted nor sent before a nakes has confirmed them.',
    },
    remedy: { id: 'Isi kolomnya sendiri, atau konfirmasi nilainya.', en: 'Fill in the column itself, or confirm the value.' },
  },
  'sesudah-tabel': {
    type: 'structure',
    title: { id: 'Baris di bawah akhir tabel', en: 'A row below the end of its table' },
    meaning: {
      id: 'Tabel sudah ditutup (tanda tangan, "Mengetahui"); baris ini tidak dibaca.',
      en: 'The table had ended (a signature, an approval); this row was not read.',
    },
    remedy: {
      id: 'Pindahkan baris ini ke atas penutup tabel, atau ulangi kepala kolom di atasnya.',
      en: 'Move the row above the end of the table, or repeat the header above it.',
    },
  },
  'tabel-rusak': {
    type: 'structure',
    title: { id: 'Tabel tidak dapat dimuat', en: 'A table cannot be loaded' },
    meaning: {
      id: 'Sumber atau program ini tidak dipakai sampai tabelnya benar.',
      en: 'This source or programme is not used until its table is right.',
    },
    remedy: tableRemedy,
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;
