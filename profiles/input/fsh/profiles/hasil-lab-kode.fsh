Profile: HasilLabKode
Parent: Pengamatan
Id: hasil-lab-kode
Title: "Hasil laboratorium berupa kode"
Description: "Dasar semua hasil laboratorium yang dipilih dari daftar, dari satu spesimen."
* insert Terbitan
* insert Inggris([["Laboratory result, a code"]])
* insert DiperiksaDariSpesimen
* ^abstract = true
* obeys ilp-hasil
* value[x] only CodeableConcept
* value[x] obeys ilp-jenis-kode
