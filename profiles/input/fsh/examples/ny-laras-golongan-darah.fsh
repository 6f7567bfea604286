Instance: ny-laras-golongan-darah
InstanceOf: GolonganDarah
Usage: #example
Title: "Golongan darah Ny. Laras O"
Description: "Diperiksa pada kunjungan ini."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "ABO group [Type] in Blood"
* code.coding[1].display = "Blood type"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueCodeableConcept = $loinc#LA19708-9 "Group O"
* valueCodeableConcept.text = "O"
* specimen = Reference(ny-laras-spesimen-darah)
