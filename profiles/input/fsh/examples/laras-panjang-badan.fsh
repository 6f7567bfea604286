Instance: laras-panjang-badan
InstanceOf: PanjangBadan
Usage: #example
Title: "Bayi Laras diukur telentang 55,1 cm"
Description: "Diukur dengan papan ukur, telentang."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0] = $loinc#8306-3 "Body height --lying"
* code.coding[1] = $loinc#8302-2 "Body height"
* subject = Reference(laras-patient-nik-ibu)
* encounter = Reference(laras-encounter-hanya-bulan)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* valueQuantity = 55.1 'cm' "cm"
