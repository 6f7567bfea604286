Instance: ratih-gula-darah-di-luar-jangkauan
InstanceOf: GulaDarah
Usage: #example
Title: "Gula darah Ny. Ratih di luar jangkauan alat"
Description: "Alat hanya menunjukkan HI: tidak ada angka yang dikarang, tafsirnya sangat tinggi."
* meta.tag[lingkungan] = Lingkungan#simulasi
* status = #final
* code.coding[0].display = "Glucose [Mass/volume] in Serum, Plasma or Blood"
* code.coding[1].display = "Blood glucose test conducted"
* subject = Reference(ratih-patient-nik)
* encounter = Reference(ratih-encounter-nifas)
* effectiveDateTime = "2025-08-12T00:00:00+00:00"
* insert DicatatPosyanduSawo
* dataAbsentReason = $alasan-kosong#unknown "Unknown"
* interpretation = $tafsir#HH "Critical high"
* specimen = Reference(ratih-spesimen-darah)
