Instance: danu-kontrol-kembali
InstanceOf: KontrolKembali
Usage: #example
Title: "Danu diminta datang bulan depan"
Description: "Ditimbang ulang bulan berikutnya."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #active
* intent = #order
* category[jenis] = $sct#3457005 "Patient referral"
* code = $sct#185389009 "Follow-up visit"
* subject = Reference(danu-patient-nik)
* encounter = Reference(danu-encounter-hari-posyandu)
* authoredOn = "2025-08-12T00:00:00+00:00"
* requester.type = "Organization"
* requester.identifier.system = $tempat
* requester.identifier.value = "posyandu-sawo"
* requester.display = "Posyandu Sawo"
