Instance: sekar-spesimen-darah
InstanceOf: Spesimen
Usage: #example
Title: "Darah Sekar"
Description: "Vena atau kapiler tidak ditulis, maka darah."
* meta.tag[lingkungan] = Lingkungan#simulasi
* type = $sct#119297000 "Blood specimen"
* subject = Reference(sekar-patient-nik)
* collection.collectedDateTime = "2025-08-20T00:30:00+00:00"
