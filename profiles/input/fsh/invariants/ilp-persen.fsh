Invariant: ilp-persen
Description: "Persentase tidak lebih dari 100."
Severity: #error
Expression: "value.exists() implies value <= 100"
