Instance: ny-laras-jarak-kehamilan
InstanceOf: JarakKehamilan
Usage: #example
Title: "Jarak kehamilan Ny. Laras 36 bulan"
Description: "Anak pertamanya berumur tiga tahun."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Jarak kehamilan"
* code.coding[1].display = "Jarak kehamilan"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 36 'mo' "bulan"
