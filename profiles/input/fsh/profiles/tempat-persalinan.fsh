Profile: TempatPersalinan
Parent: TemuanBerkode
Id: tempat-persalinan
Title: "Tempat persalinan"
Description: "Tempat bersalin. Rumah sendiri tidak punya kode dalam daftar nasional, jadi ditulis dengan kata."
* insert Terbitan
* insert Inggris([["Place of delivery"]])
* insert Diamati($loinc, 72150-6, survey)
* value[x] from TempatPersalinanVS (extensible)
