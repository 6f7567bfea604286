Invariant: ilp-hasil
Description: "Hasil ada; kalau alat hanya menunjukkan HI atau LO, alasan tidak adanya angka dan tafsirnya ditulis."
Severity: #error
Expression: "value.exists() or (dataAbsentReason.exists() and interpretation.exists())"
