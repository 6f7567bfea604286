Instance: ny-laras-usg-panjang-femur
InstanceOf: UsgPanjangFemur
Usage: #example
Title: "USG: panjang femur janin 6,1 cm"
Description: "Dibaca dokter dari layar USG."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Fetal Femur diaphysis [Length] US"
* code.coding[1].display = "Femur Length (FL) USG"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 6.1 'cm' "cm"
