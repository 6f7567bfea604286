Instance: laras-mtbm
InstanceOf: Mtbm
Usage: #example
Title: "Bayi Laras diperiksa dengan MTBM"
Description: "Diperiksa sebelum pulang."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #completed
* category = $sct#409063005 "Counseling"
* code = $klinis#PC000003 "Manajemen Terpadu Bayi Muda (MTBM)"
* subject = Reference(laras-patient-nik-ibu)
* encounter = Reference(laras-encounter-lahir)
* performedDateTime = "2025-06-10T03:00:00+00:00"
* performer.actor.type = "Organization"
* performer.actor.identifier.system = $tempat
* performer.actor.identifier.value = "pkm-kemuning"
* performer.actor.display = "Puskesmas Kemuning"
