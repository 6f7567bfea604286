Instance: ny-laras-spesimen-urin
InstanceOf: Spesimen
Usage: #example
Title: "Urin Ny. Laras"
Description: "Ditampung pada kunjungan kehamilan."
* meta.tag[lingkungan] = Lingkungan#simulasi
* type = $sct#122575003 "Urine specimen"
* subject = Reference(ny-laras-patient-nik)
* collection.collectedDateTime = "2025-04-15T00:00:00+00:00"
