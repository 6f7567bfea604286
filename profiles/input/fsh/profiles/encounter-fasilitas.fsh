Profile: EncounterFasilitas
Parent: EncounterIlp
Id: encounter-fasilitas
Title: "Kunjungan di fasilitas"
Description: "Satu kontak di puskesmas, pustu, klinik, praktik bidan, sekolah, atau tempat lain selain posyandu."
* insert Terbitan
* insert Inggris([["Visit at a facility"]])
* class = $act#AMB
* diagnosis MS
