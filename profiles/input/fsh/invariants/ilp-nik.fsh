Invariant: ilp-nik
Description: "NIK terdiri atas tepat 16 angka."
Severity: #error
Expression: "(system = 'https://fhir.kemkes.go.id/id/nik' or system = 'https://fhir.kemkes.go.id/id/nik-ibu') implies value.matches('^[0-9]{16}$')"
* insert InggrisAturan([["A NIK has exactly 16 digits."]])
