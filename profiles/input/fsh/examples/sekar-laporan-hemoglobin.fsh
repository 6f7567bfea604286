Instance: sekar-laporan-hemoglobin
InstanceOf: LaporanLaboratorium
Usage: #example
Title: "Laporan hemoglobin Sekar"
Description: "Satu hasil, satu laporan."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* category = $bidang-lab#HM "Hematology"
* code = $loinc#718-7 "Hemoglobin [Mass/volume] in Blood"
* subject = Reference(sekar-patient-nik)
* encounter = Reference(sekar-encounter-fasilitas)
* effectiveDateTime = "2025-08-20T00:30:00+00:00"
* performer.type = "Organization"
* performer.identifier.system = $tempat
* performer.identifier.value = "pkm-kemuning"
* performer.display = "Puskesmas Kemuning"
* specimen = Reference(sekar-spesimen-darah)
* result.reference = "Observation/sekar-hemoglobin"
