import type { Bilingual } from '../../map/catalogue/catalogue-entry.ts';

/** Something a check of a source found: it hinders (`kerjakan`), or is good to know (`ketahui`). */
export interface CheckFinding {
  readonly weight: 'kerjakan' | 'ketahui';
  readonly code: CheckCode;
  /** The table, column or sample it is about. */
  readonly at: string;
  readonly text: Bilingual;
}

/** What a check can find. */
export type CheckCode =
  | 'tanda-periksa'
  | 'belum-dipetakan'
  | 'kolom-tidak-dikenal'
  | 'kolom-kosong'
  | 'kata-tidak-dikenal'
  | 'kewajiban-terbuka'
  | 'tanpa-contoh'
  | 'contoh-ditolak'
  | 'contoh-tanpa-hasil'
  | 'contoh-ditahan'
  | 'contoh-berbeda'
  | 'nik-sungguhan'
  | 'bundel-tidak-sah'
  | 'must-support';

/** A finding of one place, in both languages. */
export function toFinding(weight: CheckFinding['weight'], code: CheckCode, at: string, text: Bilingual): CheckFinding {
  return { weight, code, at, text };
}
