Instance: ny-laras-usg-lingkar-kepala-janin
InstanceOf: UsgLingkarKepalaJanin
Usage: #example
Title: "USG: lingkar kepala janin 29,3 cm"
Description: "Dibaca dokter dari layar USG."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Fetal Head Circumference US"
* code.coding[1].display = "Head Circumference (HC) USG"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 29.3 'cm' "cm"
