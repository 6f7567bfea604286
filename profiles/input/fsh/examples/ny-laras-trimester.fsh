Instance: ny-laras-trimester
InstanceOf: Trimester
Usage: #example
Title: "Ny. Laras pada trimester ketiga"
Description: "Umur kehamilan 32 minggu."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Obstetric trimester Stated"
* code.coding[1].display = "Trimester ke"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueInteger = 3
