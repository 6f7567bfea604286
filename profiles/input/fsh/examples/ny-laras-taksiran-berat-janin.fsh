Instance: ny-laras-taksiran-berat-janin
InstanceOf: TaksiranBeratJanin
Usage: #example
Title: "TBJ janin Ny. Laras 1800 g"
Description: "Dihitung dari tinggi fundus."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Fetal Body weight Estimated"
* code.coding[1].display = "Taksiran Berat Janin (TBJ)"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 1800 'g' "g"
