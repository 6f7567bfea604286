Invariant: ilp-terjawab
Description: "Setiap butir formulir dijawab atau berisi butir lain; yang tidak ditanyakan tidak ditulis."
Severity: #error
Expression: "answer.exists() or item.exists()"
* insert InggrisAturan([["Every item of a form has an answer or holds other items; what was not asked is not written."]])
