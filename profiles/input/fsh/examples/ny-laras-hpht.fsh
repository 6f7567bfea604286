Instance: ny-laras-hpht
InstanceOf: Hpht
Usage: #example
Title: "HPHT Ny. Laras 3 September 2024"
Description: "Disebut ibu, tertulis di Buku KIA."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Last menstrual period start date"
* code.coding[1].display = "Last menstrual period (LMP) date"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueDateTime = "2024-09-03"
