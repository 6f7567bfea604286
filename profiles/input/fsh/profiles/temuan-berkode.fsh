Profile: TemuanBerkode
Parent: Pengamatan
Id: temuan-berkode
Title: "Temuan berkode"
Description: "Dasar semua hasil yang dipilih dari daftar. Kata asalnya tetap ada sebagai teks."
* insert Terbitan
* insert Inggris([["Coded finding"]])
* ^abstract = true
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] obeys ilp-jenis-kode
