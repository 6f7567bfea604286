Invariant: ilp-hitungan
Description: "Hitungan tidak kurang dari nol."
Severity: #error
Expression: "$this >= 0"
* insert InggrisAturan([["A count is not below zero."]])
