Instance: laras-vitamin-k
InstanceOf: VitaminK
Usage: #example
Title: "Bayi Laras disuntik vitamin K1"
Description: "Sebelum imunisasi HB0."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #completed
* category = $sct#409063005 "Counseling"
* code = $sct#448883004 "Injection of vitamin K1"
* subject = Reference(laras-patient-nik-ibu)
* encounter = Reference(laras-encounter-lahir)
* performedDateTime = "2025-06-10T03:00:00+00:00"
* performer.actor.type = "Organization"
* performer.actor.identifier.system = $tempat
* performer.actor.identifier.value = "pkm-kemuning"
* performer.actor.display = "Puskesmas Kemuning"
