Instance: laras-shk-tsh
InstanceOf: ShkTsh
Usage: #example
Title: "TSH bayi Laras 4,2 mIU/L"
Description: "Darah tumit pada kertas saring."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Thyrotropin [Units/volume] in DBS"
* subject = Reference(laras-patient-nik-ibu)
* encounter = Reference(laras-encounter-bayi)
* effectiveDateTime = "2025-06-17T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 4.2 'm[IU]/L' "mIU/L"
* specimen = Reference(laras-spesimen-darah-kering)
