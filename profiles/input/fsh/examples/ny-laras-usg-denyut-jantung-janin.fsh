Instance: ny-laras-usg-denyut-jantung-janin
InstanceOf: UsgDenyutJantungJanin
Usage: #example
Title: "USG: denyut jantung janin 170 kali per menit"
Description: "Dibaca dokter dari layar USG."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Fetal Heart rate US"
* code.coding[1].display = "Denyut Jantung Janin (DJJ) USG"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-usg)
* effectiveDateTime = "2024-11-05T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 170 '/min' "per menit"
