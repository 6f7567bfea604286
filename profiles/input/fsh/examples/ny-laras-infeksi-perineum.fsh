Instance: ny-laras-infeksi-perineum
InstanceOf: InfeksiPerineum
Usage: #example
Title: "Perineum Ny. Laras tanpa tanda infeksi"
Description: "Luka jahitan kering."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Tanda Infeksi Perineum"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-nifas)
* effectiveDateTime = "2025-06-17T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueBoolean = false
