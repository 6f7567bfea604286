Invariant: ilp-jumlah
Description: "Jumlah yang diserahkan lebih dari nol; yang tidak diserahkan berstatus declined."
Severity: #error
Expression: "quantity.exists() implies quantity.value > 0"
* insert InggrisAturan([["The quantity that was handed out is above zero; what was not handed out has the status declined."]])
