Invariant: ilp-dosis-ke
Description: "Dosis yang keberapa ditulis sebagai bilangan."
Severity: #error
Expression: "doseNumber is positiveInt"
* insert InggrisAturan([["Which dose of the series it is, is written as a number."]])
* insert MenyatakanUlangAturan
