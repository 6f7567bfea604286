Instance: laras-imd
InstanceOf: InisiasiMenyusuDini
Usage: #example
Title: "Bayi Laras menyusu dini"
Description: "Diletakkan di dada ibu segera setelah lahir."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #completed
* category = $sct#440626008 "Procedure related to breastfeeding"
* code = $sct#431868002 "Initiation of breastfeeding"
* subject = Reference(laras-patient-nik-ibu)
* encounter = Reference(laras-encounter-lahir)
* performedDateTime = "2025-06-10T03:00:00+00:00"
* performer.actor.type = "Organization"
* performer.actor.identifier.system = $tempat
* performer.actor.identifier.value = "pkm-kemuning"
* performer.actor.display = "Puskesmas Kemuning"
