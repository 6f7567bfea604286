Instance: ny-laras-imt-sebelum-hamil
InstanceOf: ImtSebelumHamil
Usage: #example
Title: "IMT Ny. Laras sebelum hamil 21,0"
Description: "Berat 48,5 kg, tinggi 152 cm."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Indeks Massa Tubuh Sebelum Hamil"
* code.coding[1].display = "IMT Sebelum Hamil"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 21 'kg/m2' "kg/m2"
* interpretation = $sct#43664005 "Normal weight"
