Invariant: ilp-jenis-ya-tidak
Description: "Jawabannya ya atau tidak, ditulis sebagai true atau false."
Severity: #error
Expression: "$this is boolean"
* insert InggrisAturan([["The answer is yes or no, written as true or false."]])
* insert MenyatakanUlangAturan
