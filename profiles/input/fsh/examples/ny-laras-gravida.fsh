Instance: ny-laras-gravida
InstanceOf: Gravida
Usage: #example
Title: "Ny. Laras hamil kedua kalinya"
Description: "G2 P1 A0."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "[#] Pregnancies"
* code.coding[1].display = "Number of pregnancies (gravida)"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueInteger = 2
