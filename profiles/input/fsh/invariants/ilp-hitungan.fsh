Invariant: ilp-hitungan
Description: "Hitungan tidak kurang dari nol."
Severity: #error
Expression: "$this >= 0"
