Instance: ny-laras-denyut-jantung-janin
InstanceOf: DenyutJantungJanin
Usage: #example
Title: "DJJ janin Ny. Laras 144 kali per menit"
Description: "Didengar dengan Doppler."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Fetal Heart rate"
* code.coding[1].display = "Fetal heart rate"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 144 '/min' "per menit"
