/**
 * Why an element makes no resource: not in the programme, no code known, its value is of another kind, read out of a text and
 * not confirmed (field rule 7), a diagnosis that no nakes wrote (field rule 5), a dose without a date (field rule 8),
 * it says only that there was nothing to diagnose or refer, or the form offers choices and has no code for this one.
 */
export type LocalReason =
  | 'elemen-tidak-dikenal'
  | 'tanpa-kode'
  | 'jawaban-tanpa-kode'
  | 'nilai-tidak-cocok'
  | 'perlu-konfirmasi'
  | 'bukan-oleh-nakes'
  | 'tanpa-tanggal'
  | 'tidak-ada';
