Invariant: ilp-apgar
Description: "Skor APGAR adalah bilangan bulat dari 0 sampai 10."
Severity: #error
Expression: "value.exists() implies (value >= 0 and value <= 10 and value mod 1 = 0)"
* insert InggrisAturan([["An APGAR score is a whole number from 0 to 10."]])
