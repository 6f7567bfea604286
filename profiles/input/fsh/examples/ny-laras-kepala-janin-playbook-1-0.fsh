Instance: ny-laras-kepala-janin-playbook-1-0
InstanceOf: KepalaJaninPlaybook10
Usage: #example
Title: "Kepala belum masuk panggul, kode playbook 1.0"
Description: "Kunjungan yang sama, untuk puskesmas yang masih memakai playbook 1.0."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Kepala Terhadap PAP"
* code.coding[1].display = "Kepala terhadap PAP"
* subject = Reference(ny-laras-patient-nik)
* encounter = Reference(ny-laras-encounter-hamil)
* effectiveDateTime = "2025-04-15T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueCodeableConcept = $klinis#OV000002 "Belum masuk panggul"
* valueCodeableConcept.text = "belum-masuk"
