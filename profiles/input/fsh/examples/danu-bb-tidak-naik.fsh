Instance: danu-bb-tidak-naik
InstanceOf: BbTidakNaik
Usage: #example
Title: "Berat badan Danu naik"
Description: "Naik 200 gram sejak bulan lalu, sebanyak kenaikan minimal umurnya."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Not gaining weight"
* subject = Reference(danu-patient-nik)
* encounter = Reference(danu-encounter-hari-posyandu)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* insert DicatatPosyanduSawo
* method.coding[0].display = "Kartu Menuju Sehat"
* valueBoolean = false
* derivedFrom = Reference(danu-berat-badan)
