Invariant: ilp-selesai
Description: "Kunjungan yang selesai mempunyai waktu berakhir."
Severity: #error
Expression: "status = 'finished' implies period.end.exists()"
* insert InggrisAturan([["A visit that is finished has an end."]])
