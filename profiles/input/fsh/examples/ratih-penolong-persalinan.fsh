Instance: ratih-penolong-persalinan
InstanceOf: PenolongPersalinan
Usage: #example
Title: "Ny. Ratih ditolong dokter"
Description: "Bersalin dengan sesar di rumah sakit."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Penolong Persalinan"
* subject = Reference(ratih-patient-nik)
* encounter = Reference(ratih-encounter-nifas)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueCodeableConcept = $sct#309343006 "Physician Occupation"
* valueCodeableConcept.text = "dokter"
