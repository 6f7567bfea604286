Instance: ratih-spesimen-darah
InstanceOf: Spesimen
Usage: #example
Title: "Darah Ny. Ratih"
Description: "Vena atau kapiler tidak ditulis, maka darah."
* meta.tag[lingkungan] = Lingkungan#simulasi
* type = $sct#119297000 "Blood specimen"
* subject = Reference(ratih-patient-nik)
* collection.collectedDateTime = "2025-08-12T00:00:00+00:00"
