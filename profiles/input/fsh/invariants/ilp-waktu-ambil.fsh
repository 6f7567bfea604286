Invariant: ilp-waktu-ambil
Description: "Waktu pengambilan spesimen ditulis: satu tanggal, dengan atau tanpa jam."
Severity: #error
Expression: "collected.exists() and collected is dateTime"
* insert InggrisAturan([["When the specimen was taken is written: one date, with or without an hour."]])
* insert MenyatakanUlangAturan
