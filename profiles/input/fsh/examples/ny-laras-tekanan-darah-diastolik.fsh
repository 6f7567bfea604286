Instance: ny-laras-tekanan-darah-diastolik
InstanceOf: TekananDarahDiastolik
Usage: #example
Title: "Tekanan darah Ny. Laras 110/70: angka bawah"
Description: "Diukur duduk, sesudah istirahat."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Diastolic blood pressure"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 70 'mm[Hg]' "mmHg"
