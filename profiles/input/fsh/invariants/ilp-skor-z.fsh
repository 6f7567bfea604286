Invariant: ilp-skor-z
Description: "Skor z ditulis paling banyak dua desimal, dan di luar -6 sampai 6 anak harus diukur ulang."
Severity: #error
Expression: "value.exists() implies ((value >= -6) and value <= 6 and value.toString().matches('^-?[0-9]([.][0-9]{1,2})?$'))"
* insert InggrisAturan([["A z-score has two decimals at most; beyond -6 to 6 the child has to be measured again."]])
