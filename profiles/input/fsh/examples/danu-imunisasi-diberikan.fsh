Instance: danu-imunisasi-diberikan
InstanceOf: ImunisasiDiberikan
Usage: #example
Title: "Danu mendapat DPT-HB-Hib lanjutan"
Description: "Disuntik perawat di posyandu; nomor batch tertulis."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #completed
* vaccineCode.coding[0] = $kfa#VG17 "HIB"
* vaccineCode.coding[1] = $kfa#VG45 "HepB"
* vaccineCode.coding[2] = $kfa#VG107 "DTAP"
* vaccineCode.coding[3] = $cvx#198 "DTP-hepB-Hib Pentavalent Non-US"
* vaccineCode.text = "DPT-HB-Hib4"
* patient = Reference(danu-patient-nik)
* encounter = Reference(danu-encounter-hari-posyandu)
* occurrenceDateTime = "2025-08-12T00:00:00+00:00"
* recorded = "2025-08-12T00:00:00+00:00"
* primarySource = true
* lotNumber = "B25-0412"
* performer.actor.type = "Organization"
* performer.actor.identifier.system = $tempat
* performer.actor.identifier.value = "posyandu-sawo"
* performer.actor.display = "Posyandu Sawo"
* performer.function = $peran#AP "Administering Provider"
* protocolApplied.doseNumberPositiveInt = 4
