Invariant: ilp-skor-z
Description: "Skor z ditulis paling banyak dua desimal, dan di luar -6 sampai 6 anak harus diukur ulang."
Severity: #error
Expression: "value.empty() or (value >= -6 and value <= 6 and value = value.round(2))"
