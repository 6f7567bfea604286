Instance: ratih-encounter-nifas
InstanceOf: EncounterPosyandu
Usage: #example
Title: "Ny. Ratih diperiksa sesudah sesar"
Description: "Bersalin di rumah sakit pada akhir Juli; bidan memeriksa lukanya di posyandu."
* meta.tag[lingkungan] = Lingkungan#simulasi
* meta.tag[pencatatan] = Pencatatan#dicatat-nakes
* status = #finished
* class = $act#AMB "ambulatory"
* subject = Reference(ratih-patient-nik)
* period.extension[waktuDiperkirakan].valueCode = #jam
* period.start = "2025-08-12T00:00:00+00:00"
* period.end = "2025-08-12T04:00:00+00:00"
* insert DiPosyanduSawo
