import type { Severity } from '../../fhir/issue.ts';

const error = ['error'] as const;
const warning = ['warning'] as const;
const information = ['information'] as const;
const either = ['error', 'warning'] as const;
const mild = ['warning', 'information'] as const;

/**
 * How grave the findings of the mapping catalogue can be, the gravest first. A code without a line here is not raised by
 * anything yet. A finding on the cell of a visit date is an error wherever no date can be read from it.
 */
export const mappingSeverities: Readonly<Record<string, readonly Severity[]>> = {
  'bukan-rekaman': error,
  'rekaman-terlalu-lebar': error,
  'tabel-rujukan-tidak-ada': warning,
  'kunci-ganda': warning,
  'tidak-dirujuk': warning,
  'interval-too-short': warning,
  'orang-tidak-dikenal': error,
  D01: warning,
  D02: information,
  D03: warning,
  D04: warning,
  D05: mild,
  D06: warning,
  D07: warning,
  D08: warning,
  D09: ['error', 'warning', 'information'],
  D10: either,
  D11: either,
  D12: mild,
  D13: information,
  D14: mild,
  D15: information,
  D17: mild,
  D18: warning,
  D19: mild,
  D21: information,
  D24: ['error', 'warning', 'information'],
  D26: mild,
  D27: mild,
  D30: error,
  'bulan-berbeda': information,
  'dosis-vitamin-a': mild,
  'isi-berbeda': warning,
  'kemungkinan-kembar': warning,
  'kepala-tidak-dikenal': ['fatal'],
  'kode-tidak-dikenal': warning,
  'kolom-ganda': warning,
  'kolom-tidak-dikenal': warning,
  'kolom-wajib': ['fatal'],
  'orang-mirip': information,
  'tabel-rusak': ['fatal'],
  'tanggal-lahir-perkiraan': mild,
  'tanggal-perkiraan': warning,
  'tanpa-hasil': information,
  'tanpa-nama': error,
  'tanpa-tanggal': error,
  'tanpa-tanggal-lahir': warning,
  'tempat-berbeda': information,
  'tempat-tidak-dikenal': either,
  'undated-history': warning,
};
