Instance: ny-laras-konsumsi-alkohol
InstanceOf: KonsumsiAlkohol
Usage: #example
Title: "Ny. Laras tidak minum alkohol"
Description: "Ditanyakan pada kunjungan kehamilan."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "History of Alcohol use"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueCodeableConcept = $sct#105542008 "Non - drinker"
* valueCodeableConcept.text = "tidak"
