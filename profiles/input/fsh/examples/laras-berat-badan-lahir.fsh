Instance: laras-berat-badan-lahir
InstanceOf: BeratBadanLahir
Usage: #example
Title: "Bayi Laras lahir 3100 g"
Description: "Dari catatan persalinan di puskesmas."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Birth weight Measured"
* subject = Reference(laras-patient-nik-ibu)
* encounter = Reference(laras-encounter-bayi)
* effectiveDateTime = "2025-06-17T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 3100 'g' "g"
* interpretation = $sct#276712009 "Normal birth weight"
