Instance: ny-laras-produksi-asi
InstanceOf: ProduksiAsi
Usage: #example
Title: "ASI Ny. Laras ada"
Description: "Diperiksa pada hari ketujuh nifas."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Produksi ASI"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-nifas)
* effectiveDateTime = "2025-06-17T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueCodeableConcept = $klinis#OV000016 "Produksi ASI ada"
* valueCodeableConcept.text = "ada"
