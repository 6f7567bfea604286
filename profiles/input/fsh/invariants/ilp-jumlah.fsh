Invariant: ilp-jumlah
Description: "Jumlah yang diserahkan lebih dari nol; yang tidak diserahkan berstatus declined."
Severity: #error
Expression: "quantity.exists() implies quantity.value > 0"
