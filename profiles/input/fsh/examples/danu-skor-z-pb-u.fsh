Instance: danu-skor-z-pb-u
InstanceOf: SkorZPbU
Usage: #example
Title: "Skor z Danu -2,31"
Description: "Seandainya Danu diukur telentang dan hasilnya lain."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Length for age z-score"
* subject = Reference(danu-patient-nik)
* encounter = Reference(danu-encounter-hari-posyandu)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* insert DicatatPosyanduSawo
* method.coding[0].display = "Standar pertumbuhan WHO"
* valueQuantity.value = -2.31
* valueQuantity.unit = "{Zscore}"
* interpretation = $sct#444000005 "Short stature for age"
