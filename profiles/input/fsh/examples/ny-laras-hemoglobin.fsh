Instance: ny-laras-hemoglobin
InstanceOf: Hemoglobin
Usage: #example
Title: "Hb Ny. Laras 11,2 g/dL"
Description: "Darah kapiler, strip."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Hemoglobin [Mass/volume] in Blood"
* code.coding[1].display = "Blood haemoglobin test conducted"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 11.2 'g/dL' "g/dL"
* specimen = Reference(ny-laras-spesimen-darah)
