Instance: ny-laras-umur-kehamilan
InstanceOf: UmurKehamilan
Usage: #example
Title: "Kehamilan Ny. Laras 32 minggu"
Description: "Tepat 32 minggu sejak HPHT."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Gestational age"
* code.coding[1].display = "Gestational age"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 32 'wk' "minggu"
