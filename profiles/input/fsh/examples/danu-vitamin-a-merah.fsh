Instance: danu-vitamin-a-merah
InstanceOf: VitaminA
Usage: #example
Title: "Danu menerima kapsul merah"
Description: "Bulan Agustus adalah bulan vitamin A; Danu sudah dua tahun dan menerima kapsul merah."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #completed
* category = $sct#709543002 "Administration of vitamin"
* code = $sct#767224000 "Administration of vitamin A"
* subject = Reference(danu-patient-nik)
* encounter = Reference(danu-encounter-hari-posyandu)
* performedDateTime = "2025-08-12T00:00:00+00:00"
* usedCode.text = "merah"
