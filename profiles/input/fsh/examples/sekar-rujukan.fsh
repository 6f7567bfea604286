Instance: sekar-rujukan
InstanceOf: Rujukan
Usage: #example
Title: "Sekar dirujuk ke rumah sakit"
Description: "Tujuan tertulis dengan kata-kata."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #active
* intent = #order
* category[jenis] = $sct#3457005 "Patient referral"
* code = $sct#3457005 "Patient referral"
* subject = Reference(sekar-patient-nik)
* encounter = Reference(sekar-encounter-fasilitas)
* authoredOn = "2025-08-20T00:30:00+00:00"
* requester.type = "Organization"
* requester.identifier.system = $tempat
* requester.identifier.value = "pkm-kemuning"
* requester.display = "Puskesmas Kemuning"
* locationCode.text = "RSUD"
