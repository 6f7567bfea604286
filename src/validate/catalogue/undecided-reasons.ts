import type { CatalogueEntry } from './catalogue-entry.ts';

/** Why something could not be decided here, by the stable slug of `Undecided.reason`. The pages under docs/errors are made from it. */
export const undecidedReasons: Readonly<Record<string, Omit<CatalogueEntry, 'says' | 'type' | 'severities'>>> = {
  'value-set-not-held': {
    title: { id: 'Daftar kode tidak tersimpan di sini', en: 'The value set is not held here' },
    meaning: {
      id: 'Kode di tempat ini harus berasal dari satu daftar, tetapi isi daftar itu tidak ada di sini; kode tersebut belum diperiksa.',
      en: 'The code at this place has to come from a value set whose content is not here; the code has not been checked.',
    },
    remedy: {
      id: 'Periksa kodenya dengan sumber resminya, atau berikan daftarnya lewat --definitions.',
      en: 'Check the code at its official source, or hand the value set in by --definitions.',
    },
  },
  'code-system-not-held': {
    title: { id: 'Isi sistem kode tidak tersimpan di sini', en: 'The codes of the system are not held here' },
    meaning: {
      id: 'Daftar kode di tempat ini menyebut sistem yang isinya tidak ada di sini; kode tersebut belum diperiksa.',
      en: 'The value set at this place names a code system whose content is not here; the code has not been checked.',
    },
    remedy: {
      id: 'Periksa kodenya dengan sumber resminya, atau berikan sistem kodenya lewat --definitions.',
      en: 'Check the code at its official source, or hand the code system in by --definitions.',
    },
  },
  'code-system-in-part': {
    title: { id: 'Hanya sebagian sistem kode tersimpan di sini', en: 'Only part of the code system is held here' },
    meaning: {
      id: 'Kode ini tidak ada di bagian yang tersimpan, tetapi mungkin ada di bagian lain.',
      en: 'The code is not in the part that is held, but it may be in another.',
    },
    remedy: {
      id: 'Periksa kodenya dengan sumber resminya, atau berikan sistem kode yang lengkap lewat --definitions.',
      en: 'Check the code at its official source, or hand the whole code system in by --definitions.',
    },
  },
  'filter-not-supported': {
    title: { id: 'Saringan daftar kode tidak dijalankan', en: 'A filter of the value set is not run' },
    meaning: {
      id: 'Daftar kode memakai operator atau pola yang tidak dijalankan di sini, misalnya pola yang dapat berjalan tanpa akhir.',
      en: 'The value set uses an operator or a pattern that is not run here, such as one that might never end.',
    },
    remedy: {
      id: 'Berikan daftar dengan expansion, atau tulis kodenya satu per satu.',
      en: 'Hand in the value set with an expansion, or list its codes.',
    },
  },
  'exclusion-not-supported': {
    title: { id: 'Pengecualian daftar kode tidak dapat diputuskan', en: 'An exclusion of the value set cannot be decided' },
    meaning: {
      id: 'Daftar mengambil seluruh sistem yang isinya tidak tersimpan, lalu mengecualikan sebagian kodenya.',
      en: 'The value set takes a whole system that is not held, and then leaves out some of its codes.',
    },
    remedy: { id: 'Periksa kodenya dengan sumber resminya.', en: 'Check the code at its official source.' },
  },
  'value-set-circular': {
    title: { id: 'Daftar kode melingkar', en: 'Circular value set' },
    meaning: { id: 'Daftar kode memuat dirinya sendiri lewat daftar lain.', en: 'The value set contains itself by way of another.' },
    remedy: { id: 'Betulkan definisi daftarnya.', en: 'Correct the definition of the value set.' },
  },
  'value-set-too-deep': {
    title: { id: 'Daftar kode bertingkat terlalu dalam', en: 'Value sets nested too deeply' },
    meaning: { id: 'Daftar kode memuat daftar lain lebih dari 64 tingkat.', en: 'Value sets contain one another more than 64 deep.' },
    remedy: { id: 'Ratakan definisi daftarnya.', en: 'Flatten the definition of the value set.' },
  },
  'value-set-without-content': {
    title: { id: 'Daftar kode tanpa isi', en: 'Value set without content' },
    meaning: {
      id: 'Definisi daftar tidak punya compose maupun expansion.',
      en: 'The definition has neither compose nor a whole expansion.',
    },
    remedy: { id: 'Berikan definisi yang lengkap lewat --definitions.', en: 'Hand in the whole definition by --definitions.' },
  },
  'limit-not-decided': {
    title: { id: 'Nilai tidak dapat dibandingkan dengan batasnya', en: 'The value cannot be compared with its limits' },
    meaning: {
      id: 'Nilai dan batas dari profil tidak sebanding, misalnya tanggal dengan ketelitian berbeda; batas itu belum diperiksa.',
      en: 'The value and the limit of the profile cannot be compared, such as dates of unlike precision; the limit has not been checked.',
    },
    remedy: {
      id: 'Tulis nilai seteliti batasnya bila memang diketahui.',
      en: 'Write the value as precisely as its limit where that is known.',
    },
  },
  'rule-not-decided': {
    title: { id: 'Aturan tidak dapat diputuskan di sini', en: 'The rule cannot be decided here' },
    meaning: {
      id: 'Aturan ini menanyakan daftar kode atau waktu sekarang yang tidak diketahui di sini; aturan itu belum diperiksa.',
      en: 'The rule asks for a value set or the present moment, which are not known here; the rule has not been checked.',
    },
    remedy: {
      id: 'Periksa aturan ini dengan tangan, atau berikan daftarnya lewat --definitions.',
      en: 'Check the rule by hand, or hand the value set in by --definitions.',
    },
  },
  'rule-too-costly': {
    title: { id: 'Aturan terlalu berat untuk dihitung', en: 'The rule is too costly to evaluate' },
    meaning: {
      id: 'Aturan ini menelusuri data berulang-ulang, sehingga perhitungannya dihentikan; aturan itu belum diperiksa.',
      en: 'The rule goes through the data over and over, so its evaluation was given up; the rule has not been checked.',
    },
    remedy: {
      id: 'Sederhanakan aturan pada profil, atau kirim data dalam bagian yang lebih kecil.',
      en: 'Simplify the rule in the profile, or send the data in smaller parts.',
    },
  },
  'slicing-not-decided': {
    title: { id: 'Pembagian daftar tidak dapat diputuskan', en: 'The slices cannot be told apart' },
    meaning: {
      id: 'Profil membagi daftar ini dengan pembeda yang tidak dapat dievaluasi di sini; aturan tiap bagian belum diperiksa.',
      en: 'The profile slices this list by a discriminator that cannot be evaluated here; the rules of its slices have not been checked.',
    },
    remedy: { id: 'Periksa bagian ini terhadap profilnya dengan tangan.', en: 'Check this part against its profile by hand.' },
  },
  'pattern-not-decided': {
    title: { id: 'Pola jawaban tidak dapat diperiksa', en: 'The pattern of the answer cannot be checked' },
    meaning: {
      id: 'Formulir memakai regex yang terlalu besar atau tidak dapat dijalankan dengan aman di sini; jawabannya belum dicocokkan.',
      en: 'The form uses a regex that is too large or cannot be run safely here; the answer has not been compared with it.',
    },
    remedy: { id: 'Sederhanakan regex di formulir.', en: 'Simplify the regex of the form.' },
  },
  'enabling-not-decided': {
    title: { id: 'Syarat tampil tidak dapat dihitung', en: 'The condition of the item cannot be evaluated' },
    meaning: {
      id: 'Butir ini berlaku menurut sebuah ekspresi yang tidak dihitung di sini; wajib atau tidaknya belum diperiksa.',
      en: 'An expression that is not evaluated here decides whether the item applies; whether it must be answered has not been checked.',
    },
    remedy: { id: 'Periksa butir ini dengan tangan, atau pakai enableWhen.', en: 'Check the item by hand, or use enableWhen.' },
  },
  'reference-not-decided': {
    title: { id: 'Sasaran rujukan tidak dapat diperiksa', en: 'The target of the reference cannot be checked' },
    meaning: {
      id: 'Formulir membatasi jenis atau profil sasaran, tetapi rujukan ini tidak menunjukkannya; sasarannya belum diperiksa.',
      en: 'The form limits the type or profile of the target, which the reference does not show; the target has not been checked.',
    },
    remedy: { id: 'Tulis rujukan sebagai Jenis/id.', en: 'Write the reference as Type/id.' },
  },
};
