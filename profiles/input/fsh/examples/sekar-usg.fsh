Instance: sekar-usg
InstanceOf: UsgKehamilan
Usage: #example
Title: "Sekar diperiksa USG"
Description: "USG pada trimester pertama."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #completed
* category = $sct#103693007 "Diagnostic procedure"
* code = $icd9#88.78 "Diagnostic ultrasound of gravid uterus"
* subject = Reference(sekar-patient-nik)
* encounter = Reference(sekar-encounter-fasilitas)
* performedDateTime = "2025-08-20T00:30:00+00:00"
* performer.actor.type = "Organization"
* performer.actor.identifier.system = $tempat
* performer.actor.identifier.value = "pkm-kemuning"
* performer.actor.display = "Puskesmas Kemuning"
