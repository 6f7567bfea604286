Invariant: ilp-nik
Description: "NIK terdiri atas tepat 16 angka."
Severity: #error
Expression: "matches('^[0-9]{16}$')"
