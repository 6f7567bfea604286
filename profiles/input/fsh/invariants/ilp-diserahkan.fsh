Invariant: ilp-diserahkan
Description: "Obat yang diserahkan mempunyai waktu penyerahan."
Severity: #error
Expression: "status = 'completed' implies whenHandedOver.exists()"
* insert InggrisAturan([["A medicine that was handed out has the time when it was."]])
