import type { Bilingual } from '../../map/catalogue/catalogue-entry.ts';

/** Something the file leaves open and a person has to say; `at` names the table and the place it concerns. */
export interface Question {
  readonly code: QuestionCode;
  readonly at: string;
  readonly text: Bilingual;
}

/** What can be open. */
export type QuestionCode =
  | 'urutan-tanggal'
  | 'tanda-desimal'
  | 'kolom-belum-dipetakan'
  | 'kolom-perlu-diperiksa'
  | 'satuan'
  | 'tempat'
  | 'hari'
  | 'tahun'
  | 'tahap-hidup'
  | 'pencatat'
  | 'kewajiban'
  | 'register'
  | 'nama-orang'
  | 'kolom-tanpa-judul'
  | 'judul-ganda'
  | 'tabel-lain'
  | 'kata-kode'
  | 'baris-contoh';
