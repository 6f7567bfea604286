Instance: ny-laras-protein-urin
InstanceOf: ProteinUrin
Usage: #example
Title: "Protein urin Ny. Laras negatif"
Description: "Celup urin."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Protein [Presence] in Urine"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueCodeableConcept = $loinc#LA6577-6 "Negative"
* valueCodeableConcept.text = "negatif"
* specimen = Reference(ny-laras-spesimen-urin)
