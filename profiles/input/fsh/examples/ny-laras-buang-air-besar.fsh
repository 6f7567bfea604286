Instance: ny-laras-buang-air-besar
InstanceOf: BuangAirBesar
Usage: #example
Title: "Ny. Laras sudah buang air besar"
Description: "Ditanyakan pada kunjungan nifas."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Finding related to ability to defecate"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-nifas)
* effectiveDateTime = "2025-06-17T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueBoolean = true
