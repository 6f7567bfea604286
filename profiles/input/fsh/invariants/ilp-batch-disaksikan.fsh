Invariant: ilp-batch-disaksikan
Description: "Yang menyaksikan pemberian vaksin mencatat nomor batch; tanpa nomor itu pemberian adalah laporan."
Severity: #error
Expression: "primarySource implies lotNumber.exists()"
