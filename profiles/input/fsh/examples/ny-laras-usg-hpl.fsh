Instance: ny-laras-usg-hpl
InstanceOf: UsgHpl
Usage: #example
Title: "USG: hari perkiraan lahir 10 Juni 2025"
Description: "Sesuai HPHT."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Delivery date US composite estimate"
* code.coding[1].display = "Hari Perkiraan Lahir (HPL) USG"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-usg)
* effectiveDateTime = "2024-11-05T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueDateTime = "2025-06-10"
