Instance: sekar-jawaban-kehamilan
InstanceOf: JawabanKehamilan
Usage: #example
Title: "Jawaban Sekar atas formulir ibu hamil"
Description: "Mendapat makanan tambahan lokal; tidak terlalu muda; ikut kelas ibu hamil."
* meta.tag[lingkungan] = Lingkungan#simulasi
* questionnaire = "https://fhir.kemkes.go.id/Questionnaire/Q0002"
* status = #completed
* subject = Reference(sekar-patient-nik)
* encounter = Reference(sekar-encounter-fasilitas)
* authored = "2025-08-20T00:30:00+00:00"
* author.type = "Organization"
* author.identifier.system = $tempat
* author.identifier.value = "pkm-kemuning"
* author.display = "Puskesmas Kemuning"
* item[0].linkId = "1"
* item[0].item[0].linkId = "1.1"
* item[0].item[0].answer.valueBoolean = true
* item[0].item[1].linkId = "1.2"
* item[0].item[1].answer.valueCoding = $klinis#FO000001 "MT Lokal"
* item[1].linkId = "2"
* item[1].item.linkId = "2.1"
* item[1].item.answer.valueBoolean = false
* item[2].linkId = "3"
* item[2].item.linkId = "3.2"
* item[2].item.answer.valueBoolean = true
