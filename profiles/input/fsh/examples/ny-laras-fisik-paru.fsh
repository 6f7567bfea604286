Instance: ny-laras-fisik-paru
InstanceOf: FisikParu
Usage: #example
Title: "Paru Ny. Laras normal"
Description: "Diperiksa pada kunjungan kehamilan."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Lung finding"
* code.coding[1].display = "Pemeriksaan Fisik Dada (Auskultasi Paru)"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueString = "normal"
* interpretation = $tafsir#N "Normal"
