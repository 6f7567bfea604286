Invariant: ilp-persen
Description: "Persentase tidak lebih dari 100."
Severity: #error
Expression: "value.exists() implies value <= 100"
* insert InggrisAturan([["A percentage is not above 100."]])
