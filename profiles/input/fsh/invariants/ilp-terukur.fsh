Invariant: ilp-terukur
Description: "Hasil ukur lebih dari nol; yang tidak diukur dikosongkan, bukan ditulis 0."
Severity: #error
Expression: "value.exists() implies value > 0"
* insert InggrisAturan([["A measurement is above zero; what was not measured is left empty, not written as 0."]])
