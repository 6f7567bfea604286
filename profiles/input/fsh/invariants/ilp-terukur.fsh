Invariant: ilp-terukur
Description: "Hasil ukur lebih dari nol; yang tidak diukur dikosongkan, bukan ditulis 0."
Severity: #error
Expression: "value.exists() implies value > 0"
