Instance: laras-imunisasi-tidak-diberikan
InstanceOf: ImunisasiTidakDiberikan
Usage: #example
Title: "BCG bayi Laras ditunda"
Description: "Datang sakit; ditunda ke bulan berikutnya."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #not-done
* statusReason = $alasan-imunisasi#IS000001 "Tunda"
* statusReason.text = "tunda"
* vaccineCode = $kfa#VG19
* vaccineCode.text = "BCG"
* patient = Reference(laras-patient-nik-ibu)
* encounter = Reference(laras-encounter-hanya-bulan)
* occurrenceDateTime = "2025-08-12T00:00:00+00:00"
* recorded = "2025-08-12T00:00:00+00:00"
* primarySource = false
* performer.actor.type = "Organization"
* performer.actor.identifier.system = $tempat
* performer.actor.identifier.value = "posyandu-sawo"
* performer.actor.display = "Posyandu Sawo"
* performer.function = $peran#OP "Ordering Provider"
* protocolApplied.doseNumberPositiveInt = 1
