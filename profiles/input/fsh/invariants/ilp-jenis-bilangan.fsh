Invariant: ilp-jenis-bilangan
Description: "Hasilnya bilangan bulat tanpa satuan."
Severity: #error
Expression: "$this is integer"
* insert InggrisAturan([["The result is a whole number without a unit."]])
* insert MenyatakanUlangAturan
