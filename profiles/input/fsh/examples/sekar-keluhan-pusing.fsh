Instance: sekar-keluhan-pusing
InstanceOf: Keluhan
Usage: #example
Title: "Sekar merasa pusing"
Description: "Keluhan yang dicatat bidan."
* meta.tag[lingkungan] = Lingkungan#simulasi
* clinicalStatus = $status-kondisi#active
* category[jenis] = $jenis-kondisi#problem-list-item "Problem List Item"
* code = $sct#404640003 "Dizziness"
* subject = Reference(sekar-patient-nik)
* encounter = Reference(sekar-encounter-fasilitas)
* recordedDate = "2025-08-20T00:30:00+00:00"
