Instance: laras-imd-waktu
InstanceOf: ImdWaktu
Usage: #example
Title: "Bayi Laras menyusu dalam satu jam"
Description: "Diletakkan di dada ibu sesudah lahir."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Waktu Inisiasi Menyusui Dini"
* subject = Reference(laras-patient-nik-ibu)
* encounter = Reference(laras-encounter-bayi)
* effectiveDateTime = "2025-06-17T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueCodeableConcept = $klinis#OV000014 "Kurang dari 1 Jam"
* valueCodeableConcept.text = "kurang-1-jam"
