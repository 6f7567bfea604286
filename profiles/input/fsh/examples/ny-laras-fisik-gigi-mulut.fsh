Instance: ny-laras-fisik-gigi-mulut
InstanceOf: FisikGigiMulut
Usage: #example
Title: "Gigi dan mulut Ny. Laras normal"
Description: "Diperiksa pada kunjungan kehamilan."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Finding of mouth region"
* code.coding[1].display = "Pemeriksaan Fisik Area Mulut"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueString = "normal"
* interpretation = $tafsir#N "Normal"
