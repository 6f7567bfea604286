Instance: laras-encounter-lahir
InstanceOf: EncounterFasilitas
Usage: #example
Title: "Bayi Laras lahir di puskesmas"
Description: "Pelayanan bayi baru lahir pada hari lahirnya."
* meta.tag[lingkungan] = Lingkungan#simulasi
* meta.tag[pencatatan] = Pencatatan#dicatat-nakes
* status = #finished
* class = $act#AMB "ambulatory"
* serviceType = Layanan#neonatus
* subject = Reference(laras-patient-nik-ibu)
* period.start = "2025-06-10T03:00:00+00:00"
* period.end = "2025-06-10T07:00:00+00:00"
* location.location.type = "Location"
* location.location.identifier.system = $tempat
* location.location.identifier.value = "pkm-kemuning"
* location.location.display = "Puskesmas Kemuning"
* serviceProvider.type = "Organization"
* serviceProvider.identifier.system = $tempat
* serviceProvider.identifier.value = "pkm-kemuning"
* serviceProvider.display = "Puskesmas Kemuning"
