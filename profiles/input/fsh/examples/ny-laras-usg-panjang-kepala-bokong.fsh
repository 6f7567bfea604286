Instance: ny-laras-usg-panjang-kepala-bokong
InstanceOf: UsgPanjangKepalaBokong
Usage: #example
Title: "USG: panjang kepala-bokong 2,3 cm"
Description: "Dibaca dokter dari layar USG."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Fetal Crown Rump length US"
* code.coding[1].display = "Fetal Crown Rump Length (CRL) USG"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-usg)
* effectiveDateTime = "2024-11-05T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 2.3 'cm' "cm"
