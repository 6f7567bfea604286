Instance: ny-laras-fisik-jantung
InstanceOf: FisikJantung
Usage: #example
Title: "Jantung Ny. Laras normal"
Description: "Diperiksa pada kunjungan kehamilan."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Physical findings of Heart Narrative"
* code.coding[1].display = "Pemeriksaan Fisik Dada (Auskultasi Jantung)"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueString = "normal"
* interpretation = $tafsir#N "Normal"
