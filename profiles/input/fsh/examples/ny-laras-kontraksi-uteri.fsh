Instance: ny-laras-kontraksi-uteri
InstanceOf: KontraksiUteri
Usage: #example
Title: "Kontraksi rahim Ny. Laras baik"
Description: "Rahim teraba keras."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Uterine contractions present"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-nifas)
* effectiveDateTime = "2025-06-17T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueBoolean = true
