Invariant: ilp-jenis-kata
Description: "Hasilnya ditulis dengan kata."
Severity: #error
Expression: "$this is string"
* insert InggrisAturan([["The result is written in words."]])
* insert MenyatakanUlangAturan
