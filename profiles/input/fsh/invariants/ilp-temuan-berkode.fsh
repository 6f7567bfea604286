Invariant: ilp-temuan-berkode
Description: "Setiap temuan mempunyai satu kode dari daftar kode temuan."
Severity: #error
Expression: "details.coding.count() = 1 and details.coding.where(system = 'https://titian.dev/fhir/ilp/CodeSystem/kode-temuan' and code.exists()).exists()"
* insert InggrisAturan([["Every finding has one code of the list of issue codes."]])
* insert MenyatakanUlangAturan
