Instance: danu-suhu-tubuh
InstanceOf: SuhuTubuh
Usage: #example
Title: "Suhu Danu 36,6 °C"
Description: "Diukur di ketiak."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Body temperature"
* subject = Reference(danu-patient-nik)
* encounter = Reference(danu-encounter-hari-posyandu)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 36.6 'Cel' "°C"
