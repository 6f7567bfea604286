Instance: ny-laras-tanggal-persalinan
InstanceOf: TanggalPersalinan
Usage: #example
Title: "Ny. Laras bersalin 10 Juni 2025"
Description: "Tepat pada hari perkiraan lahir."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Date and time of obstetric delivery"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-nifas)
* effectiveDateTime = "2025-06-17T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueDateTime = "2025-06-10"
