Instance: ny-laras-gula-darah
InstanceOf: GulaDarah
Usage: #example
Title: "Gula darah sewaktu Ny. Laras 96 mg/dL"
Description: "Darah kapiler, strip."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Glucose [Mass/volume] in Serum, Plasma or Blood"
* code.coding[1].display = "Blood glucose test conducted"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 96 'mg/dL' "mg/dL"
* specimen = Reference(ny-laras-spesimen-darah)
