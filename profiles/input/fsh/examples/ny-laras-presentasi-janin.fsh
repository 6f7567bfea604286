Instance: ny-laras-presentasi-janin
InstanceOf: PresentasiJanin
Usage: #example
Title: "Presentasi kepala"
Description: "Teraba dengan Leopold III."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Position in womb Fetus [RHEA]"
* code.coding[1].display = "Fetal presentation"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueCodeableConcept = $sct#1209182005 "Cephalic fetal presentation"
* valueCodeableConcept.text = "kepala"
