Instance: danu-encounter-hari-posyandu
InstanceOf: EncounterPosyandu
Usage: #example
Title: "Danu datang pada hari posyandu"
Description: "Kader mencatat tanggal kunjungan, bukan jamnya; jam diambil dari jam buka posyandu."
* meta.tag[lingkungan] = Lingkungan#simulasi
* meta.tag[pencatatan] = Pencatatan#dicatat-kader
* status = #finished
* class = $act#AMB "ambulatory"
* serviceType = Layanan#posyandu-balita
* subject = Reference(danu-patient-nik)
* period.extension[waktuDiperkirakan].valueCode = #jam
* period.start = "2025-08-12T00:00:00+00:00"
* period.end = "2025-08-12T04:00:00+00:00"
* location.location.type = "Location"
* location.location.identifier.system = $tempat
* location.location.identifier.value = "posyandu-sawo"
* location.location.display = "Posyandu Sawo"
* serviceProvider.type = "Organization"
* serviceProvider.identifier.system = $tempat
* serviceProvider.identifier.value = "posyandu-sawo"
* serviceProvider.display = "Posyandu Sawo"
