Instance: sekar-tablet-tambah-darah
InstanceOf: TabletTambahDarah
Usage: #example
Title: "Sekar menerima 30 tablet tambah darah"
Description: "Satu bulan, satu tablet sehari."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #completed
* medicationCodeableConcept = $kfa#92000653 "Ferrous Fumarate 60 mg / Folic Acid 0,4 mg Tablet Salut Gula"
* subject = Reference(sekar-patient-nik)
* context = Reference(sekar-encounter-fasilitas)
* performer.actor.type = "Organization"
* performer.actor.identifier.system = $tempat
* performer.actor.identifier.value = "pkm-kemuning"
* performer.actor.display = "Puskesmas Kemuning"
* quantity = 30 '{tablet}' "tablet"
* whenHandedOver = "2025-08-20T00:30:00+00:00"
