Instance: ny-laras-usg-lingkar-perut-janin
InstanceOf: UsgLingkarPerutJanin
Usage: #example
Title: "USG: lingkar perut janin 27,5 cm"
Description: "Dibaca dokter dari layar USG."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Fetal Abdomen Circumference US"
* code.coding[1].display = "Abdominal Circumference (AC) USG"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 27.5 'cm' "cm"
