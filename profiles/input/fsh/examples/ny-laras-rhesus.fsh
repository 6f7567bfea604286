Instance: ny-laras-rhesus
InstanceOf: Rhesus
Usage: #example
Title: "Rhesus Ny. Laras positif"
Description: "Diperiksa pada kunjungan ini."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Rh [Type] in Blood"
* code.coding[1].display = "Rh factor"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueCodeableConcept = $loinc#LA6576-8 "Positive"
* valueCodeableConcept.text = "positif"
* specimen = Reference(ny-laras-spesimen-darah)
