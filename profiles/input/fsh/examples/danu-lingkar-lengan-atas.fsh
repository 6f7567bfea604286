Instance: danu-lingkar-lengan-atas
InstanceOf: LingkarLenganAtas
Usage: #example
Title: "LiLA Danu 14,2 cm"
Description: "Diukur dengan pita LiLA pada lengan kiri."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code = $sct#284473002 "Mid upper arm circumference"
* subject = Reference(danu-patient-nik)
* encounter = Reference(danu-encounter-hari-posyandu)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* valueQuantity = 14.2 'cm' "cm"
