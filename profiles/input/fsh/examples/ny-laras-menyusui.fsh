Instance: ny-laras-menyusui
InstanceOf: Menyusui
Usage: #example
Title: "Ny. Laras menyusui"
Description: "Ditanyakan pada kunjungan nifas."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Breastfeeding status"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-nifas)
* effectiveDateTime = "2025-06-17T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueBoolean = true
