/**
 * Why an element makes no resource: not in the programme, no code known, its value is of another kind, read out of a text and
 * not confirmed (field rule 7), a diagnosis that no nakes wrote (field rule 5), a dose without a date (field rule 8),
 * or it says only that there was nothing to diagnose or refer.
 */
export type LocalReason =
  'elemen-tidak-dikenal' | 'tanpa-kode' | 'nilai-tidak-cocok' | 'perlu-konfirmasi' | 'bukan-oleh-nakes' | 'tanpa-tanggal' | 'tidak-ada';
