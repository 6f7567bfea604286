Invariant: ilp-alasan-tidak
Description: "Alasan hanya disebut untuk dosis yang tidak diberikan."
Severity: #error
Expression: "statusReason.exists() implies status = 'not-done'"
* insert InggrisAturan([["A reason is given only for a dose that was not given."]])
