Profile: Imunisasi
Parent: Immunization
Id: imunisasi
Title: "Imunisasi"
Description: "Dasar catatan imunisasi: satu dosis satu vaksin, bertanggal. Dosis tanpa tanggal adalah riwayat dan belum menjadi catatan ini."
* insert Terbitan
* insert Inggris([["Immunization"]])
* ^abstract = true
* insert BertandaLingkungan
* obeys ilp-batch-disaksikan
* obeys ilp-alasan-tidak
* vaccineCode MS
* vaccineCode obeys ilp-berkode-atau-tertulis
* patient MS
* patient only Reference(Patient)
* occurrence[x] MS
* occurrence[x] only dateTime
* occurrence[x] obeys ilp-jenis-waktu
* recorded 1..1 MS
* primarySource 1..1 MS
* performer.function 1..1
* performer obeys ilp-pelaksana-berperan
* protocolApplied 0..1 MS
* protocolApplied.doseNumber[x] MS
* protocolApplied.doseNumber[x] only positiveInt
* protocolApplied obeys ilp-dosis-ke
* status MS
* performer MS
