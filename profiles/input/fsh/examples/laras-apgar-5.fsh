Instance: laras-apgar-5
InstanceOf: ApgarMenitLima
Usage: #example
Title: "APGAR bayi Laras menit ke-5: 9"
Description: "Dari catatan persalinan di puskesmas."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "5 minute Apgar Score"
* subject = Reference(laras-patient-nik-ibu)
* encounter = Reference(laras-encounter-bayi)
* effectiveDateTime = "2025-06-17T00:00:00+00:00"
* insert DicatatPosyanduSawo
* valueQuantity = 9 '{score}' "skor"
