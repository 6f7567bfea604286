Invariant: ilp-rekaman-asal
Description: "Yang dibuat dari catatan menyebut rekaman asalnya; yang ditambahkan menurut kebijakan mengatakannya dengan kata-kata."
Severity: #error
Expression: "entity.exists() or activity.text.exists()"
* insert InggrisAturan([["What was made of a record names it; what was added by policy says so in words."]])
