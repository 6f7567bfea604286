Instance: danu-jawaban-sdidtk
InstanceOf: JawabanSdidtk
Usage: #example
Title: "Danu diperiksa dengan SDIDTK"
Description: "Tumbuh sesuai usianya."
* meta.tag[lingkungan] = Lingkungan#simulasi
* questionnaire = "https://fhir.kemkes.go.id/Questionnaire/Q0003"
* status = #completed
* subject = Reference(danu-patient-nik)
* encounter = Reference(danu-encounter-hari-posyandu)
* authored = "2025-08-12T00:00:00+00:00"
* author.type = "Organization"
* author.identifier.system = $tempat
* author.identifier.value = "pkm-kemuning"
* author.display = "Puskesmas Kemuning"
* item[0].linkId = "1"
* item[0].item.linkId = "1.1"
* item[0].item.answer.valueBoolean = true
* item[1].linkId = "2"
* item[1].item.linkId = "2.1"
* item[1].item.answer.valueCoding = $klinis#OI000016 "Sesuai Usia"
