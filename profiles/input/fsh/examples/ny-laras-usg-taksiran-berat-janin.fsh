Instance: ny-laras-usg-taksiran-berat-janin
InstanceOf: UsgTaksiranBeratJanin
Usage: #example
Title: "USG: taksiran berat janin 1850 g"
Description: "Dibaca dokter dari layar USG."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Fetal Body weight estimated by US"
* code.coding[1].display = "Berat janin USG"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 1850 'g' "g"
