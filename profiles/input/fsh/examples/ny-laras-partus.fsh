Instance: ny-laras-partus
InstanceOf: Partus
Usage: #example
Title: "Ny. Laras pernah bersalin sekali"
Description: "G2 P1 A0."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "[#] Parity"
* code.coding[1].display = "Parity"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueInteger = 1
