Extension: WaktuDiperkirakan
Id: waktu-diperkirakan
Title: "Waktu diperkirakan"
Description: "Menandai waktu kunjungan yang jam atau tanggalnya tidak tertulis di catatan asal. Pengukuran dalam kunjungan itu memakai waktu yang sama."
Context: Period
* insert Terbitan
* insert Inggris([["Estimated time"]])
* value[x] 1..1
* value[x] only code
* value[x] from KetelitianWaktuVS (required)
