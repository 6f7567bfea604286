Invariant: ilp-tidak-negatif
Description: "Hasil tidak kurang dari nol."
Severity: #error
Expression: "value.exists() implies value >= 0"
* insert InggrisAturan([["The result is not below zero."]])
