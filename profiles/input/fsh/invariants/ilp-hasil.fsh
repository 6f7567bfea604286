Invariant: ilp-hasil
Description: "Hasil ada; kalau alat hanya menunjukkan HI atau LO, alasan tidak adanya angka dan tafsirnya ditulis."
Severity: #error
Expression: "value.exists() or (dataAbsentReason.exists() and interpretation.exists())"
* insert InggrisAturan([["There is a result; where the device only shows HI or LO, the reason for having no number and what it means are written."]])
