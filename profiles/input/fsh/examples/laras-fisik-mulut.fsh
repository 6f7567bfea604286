Instance: laras-fisik-mulut
InstanceOf: FisikMulut
Usage: #example
Title: "Mulut bayi Laras normal"
Description: "Diperiksa pada kunjungan neonatal."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Physical findings of Mouth"
* subject = Reference(laras-patient-nik-ibu)
* encounter = Reference(laras-encounter-bayi)
* effectiveDateTime = "2025-06-17T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueString = "normal"
* interpretation = $tafsir#N "Normal"
