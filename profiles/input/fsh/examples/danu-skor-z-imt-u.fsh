Instance: danu-skor-z-imt-u
InstanceOf: SkorZImtU
Usage: #example
Title: "Skor z Danu -0,43"
Description: "Dihitung Titian dari pengukuran pada kunjungan yang sama."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Body mass index for age z-score"
* subject = Reference(danu-patient-nik)
* encounter = Reference(danu-encounter-hari-posyandu)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* insert DicatatPosyanduSawo
* method.coding[0].display = "Standar pertumbuhan WHO"
* valueQuantity.value = -0.43
* valueQuantity.unit = "{Zscore}"
* interpretation = $sct#248324001 "Well nourished"
* derivedFrom = Reference(danu-berat-badan)
