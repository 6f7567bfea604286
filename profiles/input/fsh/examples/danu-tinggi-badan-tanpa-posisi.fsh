Instance: danu-tinggi-badan-tanpa-posisi
InstanceOf: TinggiBadanTanpaPosisi
Usage: #example
Title: "Tinggi Danu menurut register lama"
Description: "Register lama hanya punya kolom TB, tanpa cara ukur."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code = $loinc#8302-2 "Body height"
* subject = Reference(danu-patient-nik)
* encounter = Reference(danu-encounter-hari-posyandu)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* valueQuantity = 84.2 'cm' "cm"
