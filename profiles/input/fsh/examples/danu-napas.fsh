Instance: danu-napas
InstanceOf: Napas
Usage: #example
Title: "Napas Danu 28 kali per menit"
Description: "Dihitung satu menit penuh, saat tenang."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Respiratory rate"
* subject = Reference(danu-patient-nik)
* encounter = Reference(danu-encounter-hari-posyandu)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 28 '/min' "per menit"
