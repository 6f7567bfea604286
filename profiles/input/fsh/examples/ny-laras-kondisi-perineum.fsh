Instance: ny-laras-kondisi-perineum
InstanceOf: KondisiPerineum
Usage: #example
Title: "Perineum Ny. Laras normal"
Description: "Luka jahitan kering."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Female perineum observable"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-nifas)
* effectiveDateTime = "2025-06-17T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueString = "normal"
