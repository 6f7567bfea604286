Invariant: ilp-diserahkan
Description: "Obat yang diserahkan mempunyai waktu penyerahan."
Severity: #error
Expression: "status = 'completed' implies whenHandedOver.exists()"
