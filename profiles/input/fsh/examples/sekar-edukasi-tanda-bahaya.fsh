Instance: sekar-edukasi-tanda-bahaya
InstanceOf: Edukasi
Usage: #example
Title: "Sekar diberi penyuluhan tanda bahaya"
Description: "Satu topik, satu tindakan."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #completed
* category = $sct#409073007 "Education"
* code = $klinis#ED000008 "Edukasi Tanda Bahaya Kehamilan, Bersalin dan Nifas"
* subject = Reference(sekar-patient-nik)
* encounter = Reference(sekar-encounter-fasilitas)
* performedDateTime = "2025-08-20T00:30:00+00:00"
* performer.actor.type = "Organization"
* performer.actor.identifier.system = $tempat
* performer.actor.identifier.value = "pkm-kemuning"
* performer.actor.display = "Puskesmas Kemuning"
