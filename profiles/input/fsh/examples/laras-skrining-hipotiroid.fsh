Instance: laras-skrining-hipotiroid
InstanceOf: SkriningHipotiroid
Usage: #example
Title: "Darah tumit bayi Laras diambil"
Description: "Untuk skrining hipotiroid kongenital."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #completed
* category = $sct#103693007 "Diagnostic procedure"
* code = $sct#400984005 "Congenital hypothyroidism screening test"
* subject = Reference(laras-patient-nik-ibu)
* encounter = Reference(laras-encounter-lahir)
* performedDateTime = "2025-06-10T03:00:00+00:00"
* performer.actor.type = "Organization"
* performer.actor.identifier.system = $tempat
* performer.actor.identifier.value = "pkm-kemuning"
* performer.actor.display = "Puskesmas Kemuning"
