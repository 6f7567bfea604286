Instance: ny-laras-encounter-nifas
InstanceOf: EncounterPosyandu
Usage: #example
Title: "Ny. Laras diperiksa pada hari ketujuh nifas"
Description: "Bidan memeriksa ibu dan bayinya pada hari yang sama."
* meta.tag[lingkungan] = Lingkungan#simulasi
* meta.tag[pencatatan] = Pencatatan#dicatat-nakes
* status = #finished
* class = $act#AMB "ambulatory"
* subject = Reference(ny-laras-patient-nik)
* period.extension[waktuDiperkirakan].valueCode = #jam
* period.start = "2025-06-17T00:00:00+00:00"
* period.end = "2025-06-17T04:00:00+00:00"
* insert DiPosyanduSawo
