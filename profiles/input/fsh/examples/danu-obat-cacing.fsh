Instance: danu-obat-cacing
InstanceOf: ObatDiserahkan
Usage: #example
Title: "Danu menerima obat cacing"
Description: "Agustus adalah bulan pemberian; sediaannya tertulis."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #completed
* medicationCodeableConcept = $kfa#93000143 "Albendazole 400 mg Tablet Kunyah (HOLI PHARMA)"
* medicationCodeableConcept.text = "albendazole-400-holi-pharma"
* subject = Reference(danu-patient-nik)
* context = Reference(danu-encounter-hari-posyandu)
* performer.actor.type = "Organization"
* performer.actor.identifier.system = $tempat
* performer.actor.identifier.value = "posyandu-sawo"
* performer.actor.display = "Posyandu Sawo"
* whenHandedOver = "2025-08-12T00:00:00+00:00"
