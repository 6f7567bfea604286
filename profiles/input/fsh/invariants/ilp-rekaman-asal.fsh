Invariant: ilp-rekaman-asal
Description: "Yang dibuat dari catatan menyebut rekaman asalnya; yang ditambahkan menurut kebijakan mengatakannya dengan kata-kata."
Severity: #error
Expression: "entity.exists() or activity.text.exists()"
