Instance: laras-encounter-bayi
InstanceOf: EncounterPosyandu
Usage: #example
Title: "Bayi Laras diperiksa pada umur tujuh hari"
Description: "Bidan memeriksa ibu dan bayinya pada hari yang sama."
* meta.tag[lingkungan] = Lingkungan#simulasi
* meta.tag[pencatatan] = Pencatatan#dicatat-nakes
* status = #finished
* class = $act#AMB "ambulatory"
* subject = Reference(laras-patient-nik-ibu)
* period.extension[waktuDiperkirakan].valueCode = #jam
* period.start = "2025-06-17T00:00:00+00:00"
* period.end = "2025-06-17T04:00:00+00:00"
* insert DiPosyanduSawo
