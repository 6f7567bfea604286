Profile: PenolongPersalinan
Parent: TemuanBerkode
Id: penolong-persalinan
Title: "Penolong persalinan"
Description: "Siapa yang menolong. Kode untuk bidan, perawat dan keluarga belum ditemukan pada sumber resmi, jadi ditulis dengan kata."
* insert Terbitan
* insert Inggris([["Birth attendant"]])
* insert Diamati($klinis, OC000013, survey)
* value[x] from PenolongPersalinanVS (extensible)
