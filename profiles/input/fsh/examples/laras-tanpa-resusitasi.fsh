Instance: laras-tanpa-resusitasi
InstanceOf: ResusitasiNeonatus
Usage: #example
Title: "Bayi Laras tidak memerlukan resusitasi"
Description: "Menangis segera; yang dicatat tidak juga dikirim sebagai tidak."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #not-done
* category = $sct#373110003 "Emergency procedure"
* code = $sct#386412000 "Resuscitation of neonate"
* subject = Reference(laras-patient-nik-ibu)
* encounter = Reference(laras-encounter-lahir)
* performedDateTime = "2025-06-10T03:00:00+00:00"
* performer.actor.type = "Organization"
* performer.actor.identifier.system = $tempat
* performer.actor.identifier.value = "pkm-kemuning"
* performer.actor.display = "Puskesmas Kemuning"
