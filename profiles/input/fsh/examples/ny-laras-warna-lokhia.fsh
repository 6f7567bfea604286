Instance: ny-laras-warna-lokhia
InstanceOf: WarnaLokhia
Usage: #example
Title: "Lokhia Ny. Laras serosa"
Description: "Hari ketujuh nifas."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Color of lochia"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-nifas)
* effectiveDateTime = "2025-06-17T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueCodeableConcept = $sct#449828001 "Lochia serosa"
* valueCodeableConcept.text = "serosa"
