Instance: ny-laras-buang-air-kecil
InstanceOf: BuangAirKecil
Usage: #example
Title: "Ny. Laras buang air kecil seperti biasa"
Description: "Ditanyakan pada kunjungan nifas."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Normal micturition"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-nifas)
* effectiveDateTime = "2025-06-17T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueBoolean = true
