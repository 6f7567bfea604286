Instance: ny-laras-kondisi-payudara
InstanceOf: KondisiPayudara
Usage: #example
Title: "Payudara Ny. Laras normal"
Description: "Tidak bengkak, puting tidak lecet."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Physical findings of breast"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-nifas)
* effectiveDateTime = "2025-06-17T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueCodeableConcept = $sct#290084006 "Breast normal"
* valueCodeableConcept.text = "normal"
