Invariant: ilp-berkode-atau-tertulis
Description: "Yang dinyatakan berkode, atau tertulis dengan kata-kata bila kodenya belum ada."
Severity: #error
Expression: "coding.exists() or text.exists()"
* insert InggrisAturan([["What is said has a code, or is written in words as long as there is none."]])
