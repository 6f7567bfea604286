Instance: ny-laras-berat-badan-sebelum-hamil
InstanceOf: BeratBadanSebelumHamil
Usage: #example
Title: "Berat Ny. Laras sebelum hamil 48,5 kg"
Description: "Tertulis di Buku KIA."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Body weight --pre current pregnancy"
* code.coding[1].display = "Pre-gestational weight"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 48.5 'kg' "kg"
