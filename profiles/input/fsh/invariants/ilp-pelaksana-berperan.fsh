Invariant: ilp-pelaksana-berperan
Description: "Setiap pelaksana disebut perannya."
Severity: #error
Expression: "function.exists()"
* insert InggrisAturan([["Every performer is named with the role."]])
* insert MenyatakanUlangAturan
