Instance: ny-laras-usg-letak-kehamilan
InstanceOf: UsgLetakKehamilan
Usage: #example
Title: "USG: kehamilan di dalam rahim"
Description: "Dibaca dokter dari layar USG."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Presentation of fetus"
* code.coding[1].display = "Letak Janin USG"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-usg)
* effectiveDateTime = "2024-11-05T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueCodeableConcept = $sct#398236008 "Intrauterine"
* valueCodeableConcept.text = "intrauterin"
