Invariant: ilp-jenis-waktu
Description: "Waktunya satu tanggal, dengan atau tanpa jam; bukan jangka waktu."
Severity: #error
Expression: "$this is dateTime"
* insert InggrisAturan([["The time is one date, with or without an hour; not a period."]])
* insert MenyatakanUlangAturan
