Instance: ny-laras-jumlah-janin
InstanceOf: JumlahJanin
Usage: #example
Title: "Janin tunggal"
Description: "Satu denyut jantung janin terdengar."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Number of fetuses"
* code.coding[1].display = "Number of fetuses"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueInteger = 1
