Instance: sekar-encounter-rumah
InstanceOf: EncounterRumah
Usage: #example
Title: "Sekar dikunjungi di rumah"
Description: "Kader berkunjung sepekan setelah persalinan."
* meta.tag[lingkungan] = Lingkungan#simulasi
* meta.tag[pencatatan] = Pencatatan#dicatat-kader
* status = #finished
* class = $act#HH "home health"
* serviceType = Layanan#kunjungan-rumah
* subject = Reference(sekar-patient-nik)
* period.start = "2025-12-01T02:00:00+00:00"
* period.end = "2025-12-01T02:30:00+00:00"
* location.location.type = "Location"
* location.location.identifier.system = $tempat
* location.location.identifier.value = "posyandu-sawo"
* location.location.display = "Posyandu Sawo"
* serviceProvider.type = "Organization"
* serviceProvider.identifier.system = $tempat
* serviceProvider.identifier.value = "posyandu-sawo"
* serviceProvider.display = "Posyandu Sawo"
