Instance: laras-fisik-kelamin
InstanceOf: FisikKelamin
Usage: #example
Title: "Alat kelamin bayi Laras normal"
Description: "Diperiksa pada kunjungan neonatal."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Physical findings of Genitalia Narrative"
* subject = Reference(laras-patient-nik-ibu)
* encounter = Reference(laras-encounter-bayi)
* effectiveDateTime = "2025-06-17T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueString = "normal"
* interpretation = $tafsir#N "Normal"
