Instance: danu-skor-z-bb-u
InstanceOf: SkorZBbU
Usage: #example
Title: "Skor z Danu -0,86"
Description: "Dihitung Titian dari pengukuran pada kunjungan yang sama."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Weight for age z-score"
* subject = Reference(danu-patient-nik)
* encounter = Reference(danu-encounter-hari-posyandu)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* insert DicatatPosyanduSawo
* method.coding[0].display = "Standar pertumbuhan WHO"
* valueQuantity.value = -0.86
* valueQuantity.unit = "{Zscore}"
* interpretation = $sct#43664005 "Normal weight"
* derivedFrom = Reference(danu-berat-badan)
