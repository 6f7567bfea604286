Instance: laras-asi-eksklusif
InstanceOf: AsiEksklusif
Usage: #example
Title: "Bayi Laras hanya mendapat ASI"
Description: "Berumur dua bulan."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Exclusively breastfed"
* subject = Reference(laras-patient-nik-ibu)
* encounter = Reference(laras-encounter-hanya-bulan)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueBoolean = true
