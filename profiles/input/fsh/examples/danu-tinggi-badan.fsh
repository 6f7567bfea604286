Instance: danu-tinggi-badan
InstanceOf: TinggiBadan
Usage: #example
Title: "Danu diukur berdiri 84,2 cm"
Description: "Sudah dua tahun, diukur berdiri."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0] = $loinc#8308-9 "Body height --standing"
* code.coding[1] = $loinc#8302-2 "Body height"
* subject = Reference(danu-patient-nik)
* encounter = Reference(danu-encounter-hari-posyandu)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* valueQuantity = 84.2 'cm' "cm"
