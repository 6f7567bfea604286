import type { CatalogueEntry } from './catalogue-entry.ts';

const none = { id: 'Tidak perlu tindakan.', en: 'Nothing to do.' };

/** Issues of forms beyond the weighing list, and of the file itself: pregnancy, adults, laboratory, immunisation with dates. */
export const laterEntries = {
  'berkas-tanpa-baris': {
    type: 'structure',
    title: { id: 'Susunan berkas tidak dikenali', en: 'The structure of the file is not recognised' },
    meaning: {
      id: 'Tidak ada tabel atau daftar rekaman di dalamnya, jadi draf tidak dapat ditulis.',
      en: 'It holds neither a table nor a list of records, so that no draft can be written.',
    },
    remedy: {
      id: 'Kirim contoh dengan kepala kolom dan beberapa baris (CSV), atau JSON yang memuat daftar rekaman.',
      en: 'Give a sample with a header and a few rows (CSV), or JSON that holds a list of records.',
    },
  },
  D20: {
    type: 'code-invalid',
    title: { id: 'Penulisan diagnosis', en: 'Form of a diagnosis' },
    meaning: {
      id: 'Kode ICD-10 yang terbaca dipakai; selain itu disimpan sebagai teks.',
      en: 'A readable ICD-10 code is used; anything else is kept as text.',
    },
    remedy: { id: 'Tulis kode ICD-10, misalnya I10.', en: 'Write the ICD-10 code, for example I10.' },
  },
  D22: {
    type: 'not-found',
    title: { id: 'Nama atau kode wilayah', en: 'Name or code of an area' },
    meaning: { id: 'Wilayah disimpan sebagaimana tertulis.', en: 'The area is kept as written.' },
    remedy: { id: 'Gunakan kode wilayah Kemendagri bila ada.', en: 'Use the Kemendagri code where there is one.' },
  },
  D23: {
    type: 'informational',
    title: { id: 'Baris judul, kepala, kosong atau jumlah', en: 'Title, header, blank or total row' },
    meaning: { id: 'Baris dilewati.', en: 'The row is skipped.' },
    remedy: none,
  },
  D24: {
    type: 'structure',
    title: { id: 'Bentuk berkas CSV', en: 'Form of the CSV file' },
    meaning: {
      id: 'Pemisah, encoding dan tanda kutip dikenali dari berkas.',
      en: 'Delimiter, encoding and quotes are recognised from the file.',
    },
    remedy: { id: 'Simpan sebagai CSV UTF-8 bila bacaannya keliru.', en: 'Save it as CSV UTF-8 where it was read wrongly.' },
  },
  D25: {
    type: 'value',
    title: { id: 'Penulisan nomor telepon', en: 'Form of a phone number' },
    meaning: { id: 'Nomor yang terbaca dibakukan.', en: 'A readable number is normalised.' },
    remedy: { id: 'Tulis satu nomor, diawali 0 atau +62.', en: 'Write one number, beginning with 0 or +62.' },
  },
  D28: {
    type: 'business-rule',
    title: {
      id: 'Umur kehamilan lebih dari 42 minggu atau kehamilan belum ditutup',
      en: 'Gestational age beyond 42 weeks, or a pregnancy never closed',
    },
    meaning: {
      id: 'Sampai 45 minggu dicatat, lebih dari itu tidak dipakai; kehamilan perlu ditutup.',
      en: 'Up to 45 weeks it is recorded, beyond that it is not used; the pregnancy has to be closed.',
    },
    remedy: { id: 'Catat persalinan atau akhir kehamilan.', en: 'Record the delivery or the end of the pregnancy.' },
  },
  D29: {
    type: 'code-invalid',
    title: { id: 'Penulisan golongan darah', en: 'Form of a blood group' },
    meaning: { id: '"-" berarti tidak diketahui, bukan rhesus negatif.', en: '"-" means unknown, not rhesus negative.' },
    remedy: { id: 'Tulis golongan dan rhesus pada kolom masing-masing.', en: 'Write group and rhesus in their own columns.' },
  },
  'interval-too-short': {
    type: 'business-rule',
    title: { id: 'Jarak antar dosis terlalu pendek', en: 'Interval between doses is too short' },
    meaning: { id: 'Dosis dicatat, tetapi tidak dihitung sah.', en: 'The dose is recorded, but not counted as valid.' },
    remedy: { id: 'Periksa tanggal kedua dosis.', en: 'Check the dates of both doses.' },
  },
  'produk-di-luar-daftar': {
    type: 'code-invalid',
    title: { id: 'Produk vaksin di luar daftar', en: 'Vaccine product that is not on the list' },
    meaning: {
      id: 'Dosis dicatat dan dikirim tanpa produk; tulisan produk disimpan di sini saja.',
      en: 'The dose is recorded and sent without its product; what was written of it is kept here only.',
    },
    remedy: {
      id: 'Tulis kode KFA produk (93...) yang terdaftar untuk vaksin itu, atau minta dinkes menambahkannya pada programme/immunization.yaml.',
      en: 'Write a KFA product code (93...) that is listed for the vaccine, or ask the district to add it to programme/immunization.yaml.',
    },
  },
  'keterangan-dosis': {
    type: 'incomplete',
    title: { id: 'Keterangan dosis tanpa dosis yang jelas', en: 'Details of a dose without one clear dose' },
    meaning: {
      id: 'Produk, batch, kedaluwarsa atau alasan berdiri di samping beberapa dosis atau tanpa dosis, jadi tidak dipakai.',
      en: 'Product, batch, expiry or reason stand beside several doses or none, and are not used.',
    },
    remedy: { id: 'Tulis satu dosis per baris bila keterangannya ada.', en: 'Write one dose a row where such details are given.' },
  },
  'orang-tidak-dikenal': {
    type: 'not-found',
    title: { id: 'Baris menunjuk orang yang tidak dikenal', en: 'The row points to a person nobody knows' },
    meaning: { id: 'Baris ditahan.', en: 'The row is quarantined.' },
    remedy: { id: 'Kirim data orangnya bersama atau sebelum berkas ini.', en: 'Send the person together with or before this file.' },
  },
  'tanggal-lahir-perkiraan': {
    type: 'incomplete',
    title: {
      id: 'Tanggal lahir mungkin perkiraan (1 Januari, atau dari umur)',
      en: 'Birth date is perhaps an estimate (1 January, or from an age)',
    },
    meaning: {
      id: '1 Januari dipakai dan ditandai; umur hanya menentukan kelompok umur, tidak disimpan sebagai tanggal lahir.',
      en: '1 January is used and marked; an age only decides the stage of life and is not kept as a birth date.',
    },
    remedy: { id: 'Periksa tanggal lahir pada KK.', en: 'Check the birth date on the family card.' },
  },
  'bpjs-tidak-sah': {
    type: 'value',
    title: { id: 'Nomor kartu JKN bukan 13 digit', en: 'JKN card number is not 13 digits' },
    meaning: { id: 'Nomor tidak dipakai.', en: 'The number is not used.' },
    remedy: { id: 'Periksa nomor pada kartu.', en: 'Check the number on the card.' },
  },
  'kk-tidak-sah': {
    type: 'value',
    title: { id: 'Nomor kartu keluarga bukan 16 digit', en: 'Family card number is not 16 digits' },
    meaning: { id: 'Nomor tidak dipakai; baris lainnya tetap dipakai.', en: 'The number is not used; the rest of the row is.' },
    remedy: {
      id: 'Periksa nomor pada KK, misalnya digit yang hilang karena Excel.',
      en: 'Check the number on the family card, such as digits lost by Excel.',
    },
  },
  'mt-tidak-rutin': {
    type: 'business-rule',
    title: { id: 'Makanan tambahan diberikan, tetapi tidak rutin dimakan', en: 'Food supplement given, but not taken regularly' },
    meaning: { id: 'Dicatat sebagaimana tertulis.', en: 'Recorded as written.' },
    remedy: { id: 'Dampingi ibu pada kunjungan berikutnya.', en: 'Support the mother at the next visit.' },
  },
  implausible: {
    type: 'value',
    title: { id: 'Nilai tidak masuk akal', en: 'Implausible value' },
    meaning: { id: 'Sama dengan D14: nilai tidak dipakai.', en: 'The same as D14: the value is not used.' },
    remedy: { id: 'Ukur ulang atau lihat catatan asli.', en: 'Measure again or look at the paper.' },
  },
  'data-uji': {
    type: 'business-rule',
    title: { id: 'Baris uji coba', en: 'Test row' },
    meaning: { id: 'Alasan penahanan baris D30.', en: 'The reason with which a row of D30 is quarantined.' },
    remedy: { id: 'Hapus baris uji coba.', en: 'Delete test rows.' },
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;
