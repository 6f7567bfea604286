Invariant: ilp-terjawab
Description: "Setiap butir formulir dijawab atau berisi butir lain; yang tidak ditanyakan tidak ditulis."
Severity: #error
Expression: "answer.exists() or item.exists()"
