Invariant: ilp-usia-gestasi
Description: "Umur kehamilan dari 1 sampai 45 minggu."
Severity: #error
Expression: "value.exists() implies (value >= 1 and value <= 45)"
* insert InggrisAturan([["A gestational age is from 1 to 45 weeks."]])
