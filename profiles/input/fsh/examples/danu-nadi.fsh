Instance: danu-nadi
InstanceOf: Nadi
Usage: #example
Title: "Nadi Danu 104 kali per menit"
Description: "Dihitung satu menit penuh."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Heart rate"
* subject = Reference(danu-patient-nik)
* encounter = Reference(danu-encounter-hari-posyandu)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 104 '/min' "per menit"
