Instance: ny-laras-usg-umur-kehamilan
InstanceOf: UsgUmurKehamilan
Usage: #example
Title: "USG: umur kehamilan 9 minggu"
Description: "Sesuai HPHT."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Gestational age US composite estimate"
* code.coding[1].display = "Ultrasound"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-usg)
* effectiveDateTime = "2024-11-05T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 9 'wk' "minggu"
