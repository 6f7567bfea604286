Instance: ny-laras-usg-kantong-gestasi
InstanceOf: UsgKantongGestasi
Usage: #example
Title: "USG: diameter kantong gestasi 3,6 cm"
Description: "Dibaca dokter dari layar USG."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Gestational sac Mean diameter US"
* code.coding[1].display = "Gestational sac (GS) USG"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-usg)
* effectiveDateTime = "2024-11-05T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 3.6 'cm' "cm"
