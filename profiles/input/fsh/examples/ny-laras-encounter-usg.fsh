Instance: ny-laras-encounter-usg
InstanceOf: EncounterFasilitas
Usage: #example
Title: "Ny. Laras di-USG saat hamil 9 minggu"
Description: "Dokter memeriksa di puskesmas."
* meta.tag[lingkungan] = Lingkungan#simulasi
* meta.tag[pencatatan] = Pencatatan#dicatat-nakes
* status = #finished
* class = $act#AMB "ambulatory"
* subject = Reference(ny-laras-patient-nik)
* period.start = "2024-11-05T00:00:00+00:00"
* period.end = "2024-11-05T00:30:00+00:00"
* location.location.type = "Location"
* location.location.identifier.system = $tempat
* location.location.identifier.value = "puskesmas-sawo"
* location.location.display = "Puskesmas Sawo"
* serviceProvider.type = "Organization"
* serviceProvider.identifier.system = $tempat
* serviceProvider.identifier.value = "puskesmas-sawo"
* serviceProvider.display = "Puskesmas Sawo"
