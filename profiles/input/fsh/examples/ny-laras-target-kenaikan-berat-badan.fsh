Instance: ny-laras-target-kenaikan-berat-badan
InstanceOf: TargetKenaikanBeratBadan
Usage: #example
Title: "Target Ny. Laras 11,5 sampai 16 kg"
Description: "IMT sebelum hamil 21,0."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Target Kenaikan Berat Badan"
* code.coding[1].display = "Expected weight gain"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueCodeableConcept = $klinis#OV000010 "11.5–16 kg"
* valueCodeableConcept.text = "11,5-16"
