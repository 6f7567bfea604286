Instance: ny-laras-perdarahan-nifas
InstanceOf: PerdarahanNifas
Usage: #example
Title: "Perdarahan Ny. Laras 50 mL"
Description: "Ditaksir dari pembalut."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Blood Loss [Volume] Measured"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-nifas)
* effectiveDateTime = "2025-06-17T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 50 'mL' "mL"
