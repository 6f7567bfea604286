Instance: laras-tali-pusat
InstanceOf: PerawatanTaliPusat
Usage: #example
Title: "Tali pusat bayi Laras dirawat"
Description: "Dirawat kering dan bersih."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #completed
* category = $sct#409063005 "Counseling"
* code = $klinis#PC000001 "Perawatan Tali Pusat"
* subject = Reference(laras-patient-nik-ibu)
* encounter = Reference(laras-encounter-lahir)
* performedDateTime = "2025-06-10T03:00:00+00:00"
* performer.actor.type = "Organization"
* performer.actor.identifier.system = $tempat
* performer.actor.identifier.value = "pkm-kemuning"
* performer.actor.display = "Puskesmas Kemuning"
