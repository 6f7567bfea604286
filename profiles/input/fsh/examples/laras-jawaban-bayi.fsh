Instance: laras-jawaban-bayi
InstanceOf: JawabanBayi
Usage: #example
Title: "Ibu Laras ikut kelas ibu balita"
Description: "Ditanyakan saat penimbangan."
* meta.tag[lingkungan] = Lingkungan#simulasi
* questionnaire = "https://fhir.kemkes.go.id/Questionnaire/Q0004"
* status = #completed
* subject = Reference(laras-patient-nik-ibu)
* encounter = Reference(laras-encounter-hanya-bulan)
* authored = "2025-08-12T00:00:00+00:00"
* author.type = "Organization"
* author.identifier.system = $tempat
* author.identifier.value = "pkm-kemuning"
* author.display = "Puskesmas Kemuning"
* item.linkId = "1"
* item.answer.valueBoolean = true
