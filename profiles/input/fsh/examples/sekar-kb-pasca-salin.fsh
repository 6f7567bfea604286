Instance: sekar-kb-pasca-salin
InstanceOf: KbPascaSalin
Usage: #example
Title: "Sekar mendapat KB pasca persalinan"
Description: "Dicatat bidan saat kunjungan rumah."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #completed
* code = $klinis#PC000004 "KB Pasca Persalinan"
* subject = Reference(sekar-patient-nik)
* encounter = Reference(sekar-encounter-rumah)
* performedDateTime = "2025-12-01T02:00:00+00:00"
* performer.actor.type = "Organization"
* performer.actor.identifier.system = $tempat
* performer.actor.identifier.value = "pkm-kemuning"
* performer.actor.display = "Puskesmas Kemuning"
