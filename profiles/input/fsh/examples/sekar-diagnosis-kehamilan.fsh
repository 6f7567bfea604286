Instance: sekar-diagnosis-kehamilan
InstanceOf: Diagnosis
Usage: #example
Title: "Kehamilan normal Sekar"
Description: "Ditetapkan bidan."
* meta.tag[lingkungan] = Lingkungan#simulasi
* clinicalStatus = $status-kondisi#active
* category[jenis] = $jenis-kondisi#encounter-diagnosis "Encounter Diagnosis"
* code = $icd10#Z34.0 "Supervision of normal first pregnancy"
* subject = Reference(sekar-patient-nik)
* encounter = Reference(sekar-encounter-fasilitas)
* recordedDate = "2025-08-20T00:30:00+00:00"
