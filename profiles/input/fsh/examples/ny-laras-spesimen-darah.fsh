Instance: ny-laras-spesimen-darah
InstanceOf: Spesimen
Usage: #example
Title: "Darah Ny. Laras"
Description: "Vena atau kapiler tidak ditulis, maka darah."
* meta.tag[lingkungan] = Lingkungan#simulasi
* type = $sct#119297000 "Blood specimen"
* subject = Reference(ny-laras-patient-nik)
* collection.collectedDateTime = "2025-04-15T00:00:00+00:00"
