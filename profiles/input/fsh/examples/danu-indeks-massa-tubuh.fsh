Instance: danu-indeks-massa-tubuh
InstanceOf: IndeksMassaTubuh
Usage: #example
Title: "IMT Danu 15,41"
Description: "Dihitung Titian dari berat 11,4 kg dan tinggi 86 cm."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code = $loinc#39156-5 "Body mass index (BMI) [Ratio]"
* subject = Reference(danu-patient-nik)
* encounter = Reference(danu-encounter-hari-posyandu)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* insert DicatatPosyanduSawo
* method.coding[0].display = "Berat per kuadrat tinggi"
* valueQuantity = 15.41 'kg/m2' "kg/m2"
* derivedFrom = Reference(danu-berat-badan)
