Instance: ny-laras-encounter-hamil
InstanceOf: EncounterPosyandu
Usage: #example
Title: "Ny. Laras diperiksa saat hamil 32 minggu"
Description: "Bidan memeriksa di posyandu; tanggal tertulis, jamnya tidak."
* meta.tag[lingkungan] = Lingkungan#simulasi
* meta.tag[pencatatan] = Pencatatan#dicatat-nakes
* status = #finished
* class = $act#AMB "ambulatory"
* subject = Reference(ny-laras-patient-nik)
* period.extension[waktuDiperkirakan].valueCode = #jam
* period.start = "2025-04-15T00:00:00+00:00"
* period.end = "2025-04-15T04:00:00+00:00"
* insert DiPosyanduSawo
