Invariant: ilp-batch-disaksikan
Description: "Yang menyaksikan pemberian vaksin mencatat nomor batch; tanpa nomor itu pemberian adalah laporan."
Severity: #error
Expression: "primarySource implies lotNumber.exists()"
* insert InggrisAturan([["Who witnessed that a vaccine was given notes its lot number; without it the dose is a report."]])
