Profile: Temuan
Parent: OperationOutcome
Id: temuan
Title: "Temuan"
Description: "Jawaban Titian: setiap temuan berkode, dengan kalimat Indonesia dan Inggris, tempatnya di catatan asal, dan halaman yang menjelaskannya."
* insert Terbitan
* insert Inggris([["Findings"]])
* issue.extension contains SelSumber named selSumber 0..1 and HalamanKode named halamanKode 0..1
* issue.details 1..1
* issue.details.coding 1..1
* issue.details.coding.system 1..1
* issue.details.coding.system = "https://titian.dev/fhir/ilp/CodeSystem/kode-temuan"
* issue.details.coding.code 1..1
* issue.details.text 1..1
* issue.diagnostics 1..1
* issue obeys ilp-temuan-berkode
* issue obeys ilp-temuan-dua-bahasa
