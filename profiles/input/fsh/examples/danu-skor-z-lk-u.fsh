Instance: danu-skor-z-lk-u
InstanceOf: SkorZLkU
Usage: #example
Title: "Skor z Danu -0,74"
Description: "Dihitung Titian dari pengukuran pada kunjungan yang sama."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Head circumference for age z-score"
* subject = Reference(danu-patient-nik)
* encounter = Reference(danu-encounter-hari-posyandu)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* insert DicatatPosyanduSawo
* method.coding[0].display = "Standar pertumbuhan WHO"
* valueQuantity.value = -0.74
* valueQuantity.unit = "{Zscore}"
* interpretation = $sct#840673007 "Normal head"
* derivedFrom = Reference(danu-lingkar-kepala)
