Instance: ny-laras-konjungtiva
InstanceOf: Konjungtiva
Usage: #example
Title: "Konjungtiva Ny. Laras normal"
Description: "Diperiksa pada kunjungan kehamilan."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Physical findings of Eye Narrative"
* code.coding[1].display = "Pemeriksaan Fisik Konjungtiva"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueString = "normal"
* interpretation = $tafsir#N "Normal"
