Instance: laras-salep-mata
InstanceOf: SalepMata
Usage: #example
Title: "Bayi Laras diberi salep mata"
Description: "Salep antibiotik pada kedua mata."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #completed
* category = $sct#409063005 "Counseling"
* code = $klinis#PC000002 "Pemberian Salep Antibiotik Mata"
* subject = Reference(laras-patient-nik-ibu)
* encounter = Reference(laras-encounter-lahir)
* performedDateTime = "2025-06-10T03:00:00+00:00"
* performer.actor.type = "Organization"
* performer.actor.identifier.system = $tempat
* performer.actor.identifier.value = "pkm-kemuning"
* performer.actor.display = "Puskesmas Kemuning"
