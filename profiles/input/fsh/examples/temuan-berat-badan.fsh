Instance: temuan-berat-badan
InstanceOf: Temuan
Usage: #example
Title: "Berat badan yang tidak mungkin"
Description: "Satu temuan dari satu sel register."
* issue.extension[selSumber].valueString = "baris 7, kolom BB"
* issue.extension[halamanKode].valueUri = "docs/errors/implausible.md"
* issue.severity = #error
* issue.code = #value
* issue.details.coding = https://titian.dev/fhir/ilp/CodeSystem/kode-temuan#implausible
* issue.details.text = "Berat badan di luar batas yang mungkin."
* issue.diagnostics = "The weight is beyond what is possible."
* issue.expression = "Observation.value"
