Invariant: ilp-jenis-kode
Description: "Jawabannya dipilih dari daftar dan dikirim sebagai kode, bukan sebagai kata atau angka."
Severity: #error
Expression: "$this is CodeableConcept"
* insert InggrisAturan([["The answer is chosen from a list and sent as a code, not as words or a number."]])
* insert MenyatakanUlangAturan
