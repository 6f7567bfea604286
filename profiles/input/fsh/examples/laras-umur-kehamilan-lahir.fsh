Instance: laras-umur-kehamilan-lahir
InstanceOf: UmurKehamilanLahir
Usage: #example
Title: "Bayi Laras lahir pada 40 minggu"
Description: "Tepat pada hari perkiraan lahir: cukup bulan."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Gestational age--at birth"
* subject = Reference(laras-patient-nik-ibu)
* encounter = Reference(laras-encounter-bayi)
* effectiveDateTime = "2025-06-17T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 40 'wk' "minggu"
* interpretation = $sct#169961004 "Normal birth"
