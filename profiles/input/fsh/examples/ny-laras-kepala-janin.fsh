Instance: ny-laras-kepala-janin
InstanceOf: KepalaJanin
Usage: #example
Title: "Kepala belum masuk panggul"
Description: "Umur 32 minggu, belum waktunya."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Engagement of head"
* code.coding[1].display = "Kepala terhadap PAP"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueCodeableConcept = $sct#62098001 "Head not engaged"
* valueCodeableConcept.text = "belum-masuk"
