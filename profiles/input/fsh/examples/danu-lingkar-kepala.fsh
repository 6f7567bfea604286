Instance: danu-lingkar-kepala
InstanceOf: LingkarKepala
Usage: #example
Title: "Lingkar kepala Danu 47,5 cm"
Description: "Diukur dengan pita di atas alis."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code = $loinc#9843-4 "Head Occipital-frontal circumference"
* subject = Reference(danu-patient-nik)
* encounter = Reference(danu-encounter-hari-posyandu)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* valueQuantity = 47.5 'cm' "cm"
