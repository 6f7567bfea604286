Instance: ny-laras-tempat-persalinan
InstanceOf: TempatPersalinan
Usage: #example
Title: "Ny. Laras bersalin di puskesmas"
Description: "Puskesmas dengan PONED."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Delivery location"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-nifas)
* effectiveDateTime = "2025-06-17T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueCodeableConcept = $jenis-organisasi#102 "Pusat Kesehatan Masyarakat"
* valueCodeableConcept.text = "puskesmas"
