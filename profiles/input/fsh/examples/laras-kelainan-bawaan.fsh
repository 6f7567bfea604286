Instance: laras-kelainan-bawaan
InstanceOf: KelainanBawaan
Usage: #example
Title: "Bayi Laras tanpa kelainan bawaan"
Description: "Diperiksa pada kunjungan neonatal."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "History of congenital anomaly"
* subject = Reference(laras-patient-nik-ibu)
* encounter = Reference(laras-encounter-bayi)
* effectiveDateTime = "2025-06-17T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueBoolean = false
