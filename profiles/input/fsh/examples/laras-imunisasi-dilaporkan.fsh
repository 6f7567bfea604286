Instance: laras-imunisasi-dilaporkan
InstanceOf: ImunisasiDilaporkan
Usage: #example
Title: "HB0 bayi Laras menurut Buku KIA"
Description: "Tanggalnya dari buku; siapa yang menyuntik dan batch-nya tidak diketahui."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #completed
* vaccineCode = $kfa#VG45 "HepB"
* vaccineCode.text = "HB0"
* patient = Reference(laras-patient-nik-ibu)
* occurrenceDateTime = "2025-06-10"
* recorded = "2025-08-12T00:00:00+00:00"
* primarySource = false
* protocolApplied.doseNumberPositiveInt = 1
