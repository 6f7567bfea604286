import type { CatalogueEntry } from './catalogue-entry.ts';

const none = { id: 'Tidak perlu tindakan.', en: 'Nothing to do.' };

/** Issues about dates, numbers and words in a cell. */
export const valueEntries = {
  D09: {
    type: 'value',
    title: { id: 'Penulisan tanggal', en: 'Form of a date' },
    meaning: {
      id: 'Tanggal yang terbaca dipakai; yang tidak terbaca tidak ditebak.',
      en: 'A date that can be read is used; one that cannot is not guessed.',
    },
    remedy: {
      id: 'Tulis tanggal sebagai tahun-bulan-hari, misalnya 2025-08-12; bentuk itu dibaca pada semua berkas.',
      en: 'Write dates as year-month-day, for example 2025-08-12; that form is read in every file.',
    },
  },
  D10: {
    type: 'value',
    title: {
      id: 'Tanggal tidak mungkin (1970-01-01, 1900, di masa depan, atau tidak ada di kalender)',
      en: 'Impossible date (1970-01-01, 1900, in the future, or not in the calendar)',
    },
    meaning: { id: 'Tanggal tidak dipakai.', en: 'The date is not used.' },
    remedy: {
      id: 'Lihat tanggalnya pada KK, Buku KIA atau catatan asli, perbaiki, lalu kirim lagi.',
      en: 'Look at the date on the family card, the Buku KIA or the paper, correct it and resend.',
    },
  },
  D11: {
    type: 'value',
    title: { id: 'Umur ditulis sebagai ganti tanggal lahir', en: 'An age stands where the birth date belongs' },
    meaning: { id: 'Umur tidak disimpan sebagai tanggal lahir.', en: 'The age is not kept as a birth date.' },
    remedy: { id: 'Isi tanggal lahir, lalu kirim lagi.', en: 'Fill in the birth date and resend.' },
  },
  D12: {
    type: 'value',
    title: { id: 'Penulisan angka', en: 'Form of a number' },
    meaning: {
      id: 'Angka dengan koma, titik atau satuan dibaca; yang bermakna ganda atau tidak terbaca tidak dipakai.',
      en: 'Numbers with comma, point or unit are read; what is ambiguous or unreadable is not used.',
    },
    remedy: {
      id: 'Tulis angkanya saja dengan satu koma, misalnya 11,4; kosongkan bila tidak diukur.',
      en: 'Write the number alone with one decimal mark, for example 11,4; leave it empty where nothing was measured.',
    },
  },
  D13: {
    type: 'value',
    title: { id: 'Satuan lain dari satuan kolom (gram/kg, meter/cm)', en: 'Another unit than that of the column (gram/kg, metre/cm)' },
    meaning: { id: 'Nilai dibaca menurut besarnya dan ditandai.', en: 'The value was read by its magnitude and is marked.' },
    remedy: {
      id: 'Periksa nilainya; tulis berat dalam kilogram dan panjang dalam sentimeter, kecuali kolomnya menyebut satuan lain.',
      en: 'Check the value; write weights in kilograms and lengths in centimetres, unless the column names another unit.',
    },
  },
  D14: {
    type: 'value',
    title: { id: 'Nilai tidak masuk akal', en: 'Implausible value' },
    meaning: {
      id: 'Nilai tidak dipakai dan tidak pernah ditebak; isi baris lainnya tetap dipakai.',
      en: 'The value is not used and never guessed; the rest of the row stays.',
    },
    remedy: {
      id: 'Ukur ulang atau lihat catatan asli (koma hilang? BB dan TB tertukar?), perbaiki, lalu kirim lagi.',
      en: 'Measure again or look at the paper (lost comma? weight and height swapped?), correct and resend.',
    },
  },
  D15: {
    type: 'informational',
    title: { id: 'Tanda kosong (0, "-", "tidak diukur")', en: 'Mark for missing (0, "-", "tidak diukur")' },
    meaning: { id: 'Dibaca sebagai tidak diukur, bukan sebagai nol.', en: 'Read as not measured, not as zero.' },
    remedy: none,
  },
  D16: {
    type: 'value',
    title: { id: 'Penulisan tekanan darah', en: 'Form of a blood pressure' },
    meaning: {
      id: 'Sistolik dan diastolik dipisah; satu angka hanya sistolik.',
      en: 'Systolic and diastolic are split; a single number is systolic only.',
    },
    remedy: { id: 'Tulis sebagai sistolik/diastolik, misalnya 120/80.', en: 'Write systolic/diastolic, for example 120/80.' },
  },
  D17: {
    type: 'code-invalid',
    title: { id: 'Penulisan jenis kelamin', en: 'Form of the sex' },
    meaning: {
      id: 'Kata yang dikenal dibaca; yang tidak dikenal tidak ditebak.',
      en: 'A known word is read; an unknown one is not guessed.',
    },
    remedy: { id: 'Isi L (laki-laki) atau P (perempuan).', en: 'Fill in L (male) or P (female).' },
  },
  D18: {
    type: 'code-invalid',
    title: { id: 'Penulisan ya/tidak', en: 'Form of yes or no' },
    meaning: {
      id: 'Kata yang dikenal dibaca; yang tidak dikenal tidak ditebak, kosong bukan "tidak".',
      en: 'A known word is read; an unknown one is not guessed, blank is not "no".',
    },
    remedy: { id: 'Isi Ya atau Tidak, atau kosongkan.', en: 'Fill in Ya or Tidak, or leave it empty.' },
  },
  D19: {
    type: 'code-invalid',
    title: { id: 'Nama vaksin atau pelayanan dalam sel', en: 'Name of a vaccine or service in a cell' },
    meaning: {
      id: 'Nama yang dikenal dibaca; yang tidak dikenal tidak ditebak.',
      en: 'A known name is read; an unknown one is not guessed.',
    },
    remedy: {
      id: 'Pisahkan tiap isian dengan koma. Vitamin A: tulis Biru atau Merah. Vaksin: tulis nama baku, misalnya HB0, BCG, Polio 1, DPT-HB-Hib 1, MR 1.',
      en: 'Put a comma between the entries. Vitamin A: write Biru or Merah. Vaccines: use the standard names, such as HB0, BCG, Polio 1, DPT-HB-Hib 1, MR 1.',
    },
  },
  'kode-tidak-dikenal': {
    type: 'code-invalid',
    title: { id: 'Isi sel tidak dikenal pada kolom ini', en: 'The content is not known for this column' },
    meaning: { id: 'Isi sel tidak dipakai, tidak ditebak.', en: 'The content is not used and not guessed.' },
    remedy: {
      id: 'Gunakan salah satu isian yang dikenal, atau tambahkan artinya pada codes.yaml sumber.',
      en: "Use one of the known words, or add its meaning to the source's codes.yaml.",
    },
  },
  'nilai-ganda': {
    type: 'conflict',
    title: { id: 'Dua nilai berbeda untuk satu butir dalam satu baris', en: 'Two different values for one item in one row' },
    meaning: { id: 'Nilai pertama dipakai, yang lain tidak.', en: 'The first value is used, the other is not.' },
    remedy: { id: 'Periksa catatan asli dan biarkan satu nilai saja.', en: 'Look at the paper and leave one value only.' },
  },
  'undated-history': {
    type: 'incomplete',
    title: { id: 'Imunisasi tanpa tanggal', en: 'Immunisation without a date' },
    meaning: {
      id: 'Disimpan sebagai riwayat dengan tanggal tidak diketahui, tidak dikirim, tidak dihitung tepat waktu.',
      en: 'Kept as history with unknown date, not sent, never counted as timely.',
    },
    remedy: { id: 'Lengkapi tanggal pemberian dari Buku KIA bila ada.', en: 'Add the date from the Buku KIA where there is one.' },
  },
  'di-luar-umur': {
    type: 'business-rule',
    title: { id: 'Diberikan di luar umur yang dimaksud', en: 'Given outside the age it is meant for' },
    meaning: { id: 'Dicatat sebagaimana tertulis.', en: 'Recorded as written.' },
    remedy: {
      id: 'Periksa tanggal lahir, tanggal kunjungan dan apa yang diberikan pada catatan asli.',
      en: 'Look up the birth date, the day of the visit and what was given on the paper.',
    },
  },
  'dosis-vitamin-a': {
    type: 'business-rule',
    title: { id: 'Warna kapsul vitamin A tidak sesuai umur', en: 'Colour of the vitamin A capsule does not fit the age' },
    meaning: { id: 'Dicatat sebagaimana tertulis, dengan peringatan dosis.', en: 'Recorded as written, with a dose warning.' },
    remedy: {
      id: 'Periksa kapsul yang diberikan: biru 6-11 bulan, merah 12-59 bulan; laporkan ke petugas bila dosis berlebih.',
      en: 'Check which capsule was given: blue at 6-11 months, red at 12-59 months; tell the puskesmas of an overdose.',
    },
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;
