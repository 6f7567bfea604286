Instance: ny-laras-tekanan-darah-sistolik
InstanceOf: TekananDarahSistolik
Usage: #example
Title: "Tekanan darah Ny. Laras 110/70: angka atas"
Description: "Diukur duduk, sesudah istirahat."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Systolic blood pressure"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 110 'mm[Hg]' "mmHg"
