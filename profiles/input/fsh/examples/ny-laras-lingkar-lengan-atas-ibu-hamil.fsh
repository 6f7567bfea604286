Instance: ny-laras-lingkar-lengan-atas-ibu-hamil
InstanceOf: LingkarLenganAtasIbuHamil
Usage: #example
Title: "LiLA Ny. Laras 24,5 cm"
Description: "Tidak di bawah 23,5 cm: tidak berisiko kurang energi kronis."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Mid upper arm circumference"
* code.coding[1].display = "Lingkar Lengan Atas (LILA)"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 24.5 'cm' "cm"
* interpretation = $tafsir#N "Normal"
