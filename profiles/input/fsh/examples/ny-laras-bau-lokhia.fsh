Instance: ny-laras-bau-lokhia
InstanceOf: BauLokhia
Usage: #example
Title: "Lokhia Ny. Laras tidak berbau"
Description: "Hari ketujuh nifas."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Odor of lochia"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-nifas)
* effectiveDateTime = "2025-06-17T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueBoolean = false
