Instance: danu-spo2
InstanceOf: Spo2
Usage: #example
Title: "Saturasi oksigen Danu 98 %"
Description: "Oksimeter pada ibu jari kaki."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Oxygen saturation in Arterial blood by Pulse oximetry"
* subject = Reference(danu-patient-nik)
* encounter = Reference(danu-encounter-hari-posyandu)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 98 '%' "%"
