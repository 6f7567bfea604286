Instance: ny-laras-kesadaran
InstanceOf: Kesadaran
Usage: #example
Title: "Ny. Laras sadar penuh"
Description: "Diperiksa pada kunjungan kehamilan."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Level of responsiveness"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueCodeableConcept = $sct#248234008 "Mentally alert"
* valueCodeableConcept.text = "compos-mentis"
