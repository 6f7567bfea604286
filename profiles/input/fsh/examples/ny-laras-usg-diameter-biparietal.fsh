Instance: ny-laras-usg-diameter-biparietal
InstanceOf: UsgDiameterBiparietal
Usage: #example
Title: "USG: diameter biparietal 8,1 cm"
Description: "Dibaca dokter dari layar USG."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Fetal Head Diameter.biparietal US"
* code.coding[1].display = "Biparietal Diameter (BPD) USG"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 8.1 'cm' "cm"
