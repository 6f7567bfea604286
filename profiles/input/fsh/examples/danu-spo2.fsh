Instance: danu-spo2
InstanceOf: Spo2
Usage: #example
Title: "Saturasi oksigen Danu 98 %"
Description: "Oksimeter pada ibu jari kaki."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0] = $loinc#59408-5 "Oxygen saturation in Arterial blood by Pulse oximetry"
* code.coding[1] = $loinc#2708-6 "Oxygen saturation in Arterial blood"
* subject = Reference(danu-patient-nik)
* encounter = Reference(danu-encounter-hari-posyandu)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 98 '%' "%"
