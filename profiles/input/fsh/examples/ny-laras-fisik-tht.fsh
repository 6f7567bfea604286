Instance: ny-laras-fisik-tht
InstanceOf: FisikTht
Usage: #example
Title: "Telinga, hidung dan tenggorokan Ny. Laras normal"
Description: "Diperiksa pada kunjungan kehamilan."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Ear, nose and throat finding"
* code.coding[1].display = "Pemeriksaan Fisik Telinga Hidung dan Tenggorokan (THT)"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueString = "normal"
* interpretation = $tafsir#N "Normal"
