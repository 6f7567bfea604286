Instance: laras-spesimen-darah-kering
InstanceOf: Spesimen
Usage: #example
Title: "Darah kering bayi Laras"
Description: "Tetesan darah tumit pada kertas saring."
* meta.tag[lingkungan] = Lingkungan#simulasi
* type = $sct#119294007 "Dried blood specimen"
* subject = Reference(laras-patient-nik-ibu)
* collection.collectedDateTime = "2025-06-17T00:00:00+00:00"
