Instance: ny-laras-cara-persalinan
InstanceOf: CaraPersalinan
Usage: #example
Title: "Ny. Laras bersalin normal"
Description: "Di puskesmas, ditolong bidan."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Obstetric delivery method"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-nifas)
* effectiveDateTime = "2025-06-17T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueCodeableConcept = $sct#48782003 "Delivery normal"
* valueCodeableConcept.text = "normal"
