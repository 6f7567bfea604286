Instance: danu-berat-badan
InstanceOf: BeratBadan
Usage: #example
Title: "Danu ditimbang 11,4 kg"
Description: "Ditimbang dengan dacin di meja ketiga."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code = $loinc#29463-7 "Body weight"
* subject = Reference(danu-patient-nik)
* encounter = Reference(danu-encounter-hari-posyandu)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* valueQuantity = 11.4 'kg' "kg"
