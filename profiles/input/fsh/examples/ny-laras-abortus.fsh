Instance: ny-laras-abortus
InstanceOf: Abortus
Usage: #example
Title: "Ny. Laras tidak pernah keguguran"
Description: "G2 P1 A0."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Other pregnancy outcomes #"
* code.coding[1].display = "Number of miscarriages and/or abortions"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueInteger = 0
