Instance: laras-encounter-hanya-bulan
InstanceOf: EncounterPosyandu
Usage: #example
Title: "Bayi Laras ditimbang pada bulan Agustus"
Description: "Register hanya menyebut bulan; tanggal diambil dari hari buka posyandu."
* meta.tag[lingkungan] = Lingkungan#simulasi
* meta.tag[pencatatan] = Pencatatan#dicatat-kader
* status = #finished
* class = $act#AMB "ambulatory"
* serviceType = Layanan#posyandu-balita
* subject = Reference(laras-patient-nik-ibu)
* period.extension[waktuDiperkirakan].valueCode = #tanggal
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
