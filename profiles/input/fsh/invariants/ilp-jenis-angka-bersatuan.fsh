Invariant: ilp-jenis-angka-bersatuan
Description: "Hasilnya angka dengan satuan."
Severity: #error
Expression: "$this is Quantity"
* insert InggrisAturan([["The result is a number with a unit."]])
* insert MenyatakanUlangAturan
