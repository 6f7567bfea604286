Instance: laras-panjang-badan-lahir
InstanceOf: PanjangBadanLahir
Usage: #example
Title: "Bayi Laras lahir 49 cm"
Description: "Dari catatan persalinan di puskesmas."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Body height Measured --at birth"
* subject = Reference(laras-patient-nik-ibu)
* encounter = Reference(laras-encounter-bayi)
* effectiveDateTime = "2025-06-17T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 49 'cm' "cm"
