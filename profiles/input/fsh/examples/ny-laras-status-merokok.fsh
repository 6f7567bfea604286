Instance: ny-laras-status-merokok
InstanceOf: StatusMerokok
Usage: #example
Title: "Ny. Laras tidak merokok"
Description: "Ditanyakan pada kunjungan kehamilan."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Tobacco smoking status"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueCodeableConcept = $sct#8392000 "Non-smoker"
* valueCodeableConcept.text = "bukan-perokok"
