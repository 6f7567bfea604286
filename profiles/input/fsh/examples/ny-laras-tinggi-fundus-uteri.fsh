Instance: ny-laras-tinggi-fundus-uteri
InstanceOf: TinggiFundusUteri
Usage: #example
Title: "TFU Ny. Laras 30 cm"
Description: "Diukur dari simfisis dengan pita."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Uterus Fundal height Tape measure"
* code.coding[1].display = "Symphysis-fundal height (SFH)"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 30 'cm' "cm"
