Invariant: ilp-tidak-negatif
Description: "Hasil tidak kurang dari nol."
Severity: #error
Expression: "value.exists() implies value >= 0"
