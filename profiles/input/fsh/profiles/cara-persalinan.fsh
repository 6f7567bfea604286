Profile: CaraPersalinan
Parent: TemuanBerkode
Id: cara-persalinan
Title: "Cara persalinan"
Description: "Cara bersalin. Kode untuk persalinan dengan tindakan belum ditemukan pada sumber resmi, jadi ditulis dengan kata."
* insert Terbitan
* insert Inggris([["Method of delivery"]])
* insert Diamati($loinc, 57071-3, survey)
* value[x] from CaraPersalinanVS (extensible)
