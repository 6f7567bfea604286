Instance: ny-laras-fisik-tungkai
InstanceOf: FisikTungkai
Usage: #example
Title: "Tungkai Ny. Laras normal"
Description: "Diperiksa pada kunjungan kehamilan."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Finding of lower limb"
* code.coding[1].display = "Pemeriksaan Fisik Tungkai"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueString = "normal"
* interpretation = $tafsir#N "Normal"
