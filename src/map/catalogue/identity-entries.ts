import type { CatalogueEntry } from './catalogue-entry.ts';

/** Issues about who a row speaks of: NIK, names, birth date and sex. */
export const identityEntries = {
  D01: {
    type: 'value',
    title: { id: 'NIK rusak oleh Excel (berubah menjadi angka seperti 6,47E+15)', en: 'NIK destroyed by Excel (scientific number)' },
    meaning: {
      id: 'Digit NIK hilang dan tidak dapat dipulihkan. Kunjungan diterima, pengirimannya menunggu NIK.',
      en: 'Digits are lost for good. The visit is accepted, its sending waits for the NIK.',
    },
    remedy: {
      id: 'Format kolom NIK sebagai Teks, ketik ulang NIK, lalu kirim lagi.',
      en: 'Format the NIK column as text, type the NIK again and resend.',
    },
  },
  D02: {
    type: 'informational',
    title: { id: 'NIK berisi tanda kutip, spasi, titik atau strip', en: 'NIK holds a quote, spaces, dots or dashes' },
    meaning: { id: 'Tanda dibuang, NIK dipakai.', en: 'The marks were removed, the NIK is used.' },
    remedy: { id: 'Tidak perlu tindakan.', en: 'Nothing to do.' },
  },
  D03: {
    type: 'value',
    title: { id: 'NIK tidak sah (bukan 16 digit, atau isinya tidak mungkin)', en: 'NIK is invalid (not 16 digits, or impossible parts)' },
    meaning: {
      id: 'Nomor tidak dipakai sebagai NIK; kunjungan diterima, pengirimannya menunggu NIK yang benar.',
      en: 'The number is not used as a NIK; the visit is accepted, its sending waits for the right one.',
    },
    remedy: {
      id: 'Periksa NIK pada KTP, KIA atau KK, perbaiki, lalu kirim lagi.',
      en: 'Check the NIK on the identity or family card, correct it and resend.',
    },
  },
  D04: {
    type: 'value',
    title: { id: 'NIK disamarkan (berisi tanda *)', en: 'NIK is masked (holds *)' },
    meaning: {
      id: 'NIK tersamar tidak pernah dipakai; orang dicocokkan dengan nama, tanggal lahir, orang tua dan tempat.',
      en: 'A masked NIK is never used; the person is matched by name, birth date, parents and place.',
    },
    remedy: { id: 'Bila ada, kirim NIK lengkap dari sistem asal.', en: 'Where possible send the full NIK from the system of origin.' },
  },
  D05: {
    type: 'value',
    title: { id: 'NIK pengganti (9999..., 0000..., "-", "belum ada")', en: 'Placeholder NIK (9999..., 0000..., "-", "belum ada")' },
    meaning: {
      id: 'Dianggap tidak ada NIK; kunjungan diterima, pengirimannya menunggu NIK.',
      en: 'Counts as no NIK; the visit is accepted, its sending waits for one.',
    },
    remedy: {
      id: 'Kosongkan sel bila NIK belum ada; isi setelah terbit.',
      en: 'Leave the cell empty until there is a NIK; fill it in once it is issued.',
    },
  },
  D06: {
    type: 'business-rule',
    title: { id: 'NIK pada baris anak adalah NIK ibu', en: "The NIK in a child's row is the mother's" },
    meaning: {
      id: 'Nomor dicatat sebagai NIK ibu; anak dianggap belum punya NIK.',
      en: "The number is kept as the mother's NIK; the child counts as having none.",
    },
    remedy: {
      id: 'Isi NIK anak sendiri, atau kosongkan bila belum terbit.',
      en: "Fill in the child's own NIK, or leave it empty until it is issued.",
    },
  },
  D07: {
    type: 'conflict',
    title: { id: 'Satu NIK dipakai dua orang, atau satu orang punya dua NIK', en: 'One NIK for two persons, or two NIK for one person' },
    meaning: {
      id: 'Orangnya tidak digabung; pengiriman ditahan sampai identitas diperiksa.',
      en: 'The persons are not joined; sending is held until the identity has been checked.',
    },
    remedy: {
      id: 'Periksa NIK keduanya pada KK, perbaiki yang salah, lalu kirim lagi.',
      en: 'Check both NIK on the family card, correct the wrong one and resend.',
    },
  },
  D08: {
    type: 'conflict',
    title: { id: 'NIK tidak cocok dengan tanggal lahir atau jenis kelamin', en: 'NIK disagrees with birth date or sex' },
    meaning: {
      id: 'Kunjungan diterima; pengiriman ditahan agar tidak tertulis pada orang lain.',
      en: "The visit is accepted; sending is held so that nothing is written into a stranger's record.",
    },
    remedy: {
      id: 'Cocokkan NIK, tanggal lahir dan jenis kelamin dengan KK, lalu kirim lagi.',
      en: 'Compare NIK, birth date and sex with the family card and resend.',
    },
  },
  'nik-wilayah-tidak-dikenal': {
    type: 'informational',
    title: { id: 'Kode kabupaten/kota pada NIK tidak ada dalam daftar', en: 'The regency code of the NIK is not on the list' },
    meaning: {
      id: 'NIK tetap dipakai: kodenya bisa dari wilayah yang sudah dimekarkan atau berganti nama.',
      en: 'The NIK is used: its code may be of a region that was divided or renamed since.',
    },
    remedy: {
      id: 'Cocokkan empat angka pertama NIK dengan KTP atau KK.',
      en: 'Compare the first four digits of the NIK with the identity or family card.',
    },
  },
  D21: {
    type: 'informational',
    title: { id: 'Nama bukan nama resmi, atau dua nama dalam satu sel', en: 'Name is not an official name, or two names in one cell' },
    meaning: {
      id: 'Nama disimpan sebagaimana tertulis, tidak sebagai nama resmi.',
      en: 'The name is kept as written, not as an official name.',
    },
    remedy: { id: 'Isi nama sesuai akta begitu ada.', en: 'Fill in the name of the birth certificate once there is one.' },
  },
  D30: {
    type: 'business-rule',
    title: { id: 'Baris uji coba', en: 'Test row' },
    meaning: { id: 'Baris tidak dipakai.', en: 'The row is not used.' },
    remedy: {
      id: 'Hapus baris uji coba, atau perbaiki isinya bila ini data sungguhan.',
      en: 'Delete test rows, or correct the values if the row is real.',
    },
  },
  'tanpa-nama': {
    type: 'required',
    title: { id: 'Nama kosong', en: 'Name is missing' },
    meaning: { id: 'Baris ditahan: tanpa nama tidak ada orangnya.', en: 'The row is quarantined: without a name there is no person.' },
    remedy: { id: 'Isi nama, lalu kirim lagi.', en: 'Fill in the name and resend.' },
  },
  'tanpa-tanggal-lahir': {
    type: 'incomplete',
    title: { id: 'Tanggal lahir kosong', en: 'Birth date is missing' },
    meaning: {
      id: 'Kunjungan diterima; status gizi tidak dapat dihitung dan pengiriman ditahan.',
      en: 'The visit is accepted; growth cannot be computed and sending is held.',
    },
    remedy: { id: 'Isi tanggal lahir, lalu kirim lagi.', en: 'Fill in the birth date and resend.' },
  },
  'kemungkinan-kembar': {
    type: 'conflict',
    title: {
      id: 'Dua baris dengan nama ibu, tanggal lahir dan tanggal kunjungan yang sama tetapi isi berbeda',
      en: 'Two rows of the same mother, birth date and visit date with different contents',
    },
    meaning: { id: 'Dibaca sebagai dua anak (mungkin kembar), tidak digabung.', en: 'Read as two children (perhaps twins), not joined.' },
    remedy: {
      id: 'Bila anak kembar, beri urutan lahir (I, II); bila anak yang sama, hapus baris yang salah.',
      en: 'For twins add the birth order (I, II); for one child delete the wrong row.',
    },
  },
  'orang-mirip': {
    type: 'informational',
    title: { id: 'Mirip dengan orang yang sudah dikenal', en: 'Looks like a person already known' },
    meaning: { id: 'Tidak digabung; masuk daftar untuk diperiksa petugas.', en: 'Not joined; put on the list for a person to look at.' },
    remedy: { id: 'Petugas memutuskan apakah orang yang sama.', en: 'An officer decides whether it is the same person.' },
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;
