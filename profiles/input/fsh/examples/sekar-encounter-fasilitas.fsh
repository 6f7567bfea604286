Instance: sekar-encounter-fasilitas
InstanceOf: EncounterFasilitas
Usage: #example
Title: "Sekar diperiksa di puskesmas"
Description: "Pemeriksaan kehamilan oleh bidan; diagnosisnya disebut."
* meta.tag[lingkungan] = Lingkungan#simulasi
* meta.tag[pencatatan] = Pencatatan#dicatat-nakes
* status = #finished
* class = $act#AMB "ambulatory"
* serviceType = Layanan#anc
* subject = Reference(sekar-patient-nik)
* period.start = "2025-08-20T00:30:00+00:00"
* period.end = "2025-08-20T01:15:00+00:00"
* diagnosis.condition = Reference(sekar-diagnosis-kehamilan)
* location.location.type = "Location"
* location.location.identifier.system = $tempat
* location.location.identifier.value = "pkm-kemuning"
* location.location.display = "Puskesmas Kemuning"
* serviceProvider.type = "Organization"
* serviceProvider.identifier.system = $tempat
* serviceProvider.identifier.value = "pkm-kemuning"
* serviceProvider.display = "Puskesmas Kemuning"
