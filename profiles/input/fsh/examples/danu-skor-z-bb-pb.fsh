Instance: danu-skor-z-bb-pb
InstanceOf: SkorZBbPb
Usage: #example
Title: "Skor z Danu 1,42"
Description: "Seandainya Danu diukur telentang dan hasilnya lain."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Weight for length z score"
* subject = Reference(danu-patient-nik)
* encounter = Reference(danu-encounter-hari-posyandu)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* insert DicatatPosyanduSawo
* method.coding[0].display = "Standar pertumbuhan WHO"
* valueQuantity.value = 1.42
* valueQuantity.unit = "{Zscore}"
* interpretation = $klinis#OI000004 "Risiko Gizi Lebih"
* derivedFrom = Reference(danu-berat-badan)
