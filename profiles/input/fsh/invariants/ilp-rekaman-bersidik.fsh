Invariant: ilp-rekaman-bersidik
Description: "Rekaman asal disebut dengan sidiknya, sebagai sumber."
Severity: #error
Expression: "role = 'source' and what.identifier.where(system = 'https://titian.dev/fhir/ilp/sid/rekaman-sumber' and value.exists()).exists()"
* insert InggrisAturan([["The record it comes from is named by its fingerprint, as a source."]])
* insert MenyatakanUlangAturan
