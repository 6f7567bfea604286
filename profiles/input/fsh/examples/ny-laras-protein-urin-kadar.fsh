Instance: ny-laras-protein-urin-kadar
InstanceOf: ProteinUrinKadar
Usage: #example
Title: "Kadar protein urin Ny. Laras 8 mg/dL"
Description: "Dibaca alat dari strip yang sama."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Protein [Mass/volume] in Urine by Test strip"
* code.coding[1].display = "Urine test conducted"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 8 'mg/dL' "mg/dL"
* specimen = Reference(ny-laras-spesimen-urin)
