Instance: ny-laras-hpl
InstanceOf: Hpl
Usage: #example
Title: "HPL Ny. Laras 10 Juni 2025"
Description: "HPHT ditambah 280 hari."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Delivery date Estimated"
* code.coding[1].display = "Expected date of delivery (EDD)"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueDateTime = "2025-06-10"
