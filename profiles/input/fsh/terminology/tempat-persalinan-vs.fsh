ValueSet: TempatPersalinanVS
Id: tempat-persalinan-vs
Title: "Tempat persalinan"
Description: "Semua jawaban tempat persalinan yang mempunyai kode nasional; yang lain ditulis dengan kata."
* insert Terbitan
* insert Inggris([["Answers: place of delivery"]])
* $jenis-organisasi#102 "Pusat Kesehatan Masyarakat"
* $jenis-organisasi#OT000002 "Pustu"
* $jenis-organisasi#OT000001 "Polindes"
* $jenis-organisasi#103 "Klinik"
* $jenis-organisasi#OT000013 "Bidan Praktik Mandiri"
* $jenis-organisasi#OT000008 "Rumah Bersalin"
* $jenis-organisasi#OT000006 "Rumah Sakit Pemerintah"
* $jenis-organisasi#OT000007 "Rumah Sakit Swasta"
* $jenis-organisasi#104 "Rumah Sakit"
* $jenis-organisasi#OT000005 "Rumah Dukun"
