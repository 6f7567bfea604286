Instance: ratih-status-hamil
InstanceOf: StatusHamil
Usage: #example
Title: "Ny. Ratih tidak hamil"
Description: "Ditanyakan sebelum memilih cara KB."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Pregnancy status"
* subject = Reference(ratih-patient-nik)
* encounter = Reference(ratih-encounter-nifas)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueCodeableConcept = $sct#60001007 "Not pregnant"
* valueCodeableConcept.text = "tidak-hamil"
