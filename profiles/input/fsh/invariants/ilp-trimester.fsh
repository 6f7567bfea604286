Invariant: ilp-trimester
Description: "Trimester adalah 1, 2 atau 3."
Severity: #error
Expression: "$this >= 1 and $this <= 3"
* insert InggrisAturan([["A trimester is 1, 2 or 3."]])
