Profile: HasilLabAngka
Parent: AngkaBersatuan
Id: hasil-lab-angka
Title: "Hasil laboratorium berupa angka"
Description: "Dasar semua hasil laboratorium berupa angka, dari satu spesimen."
* insert Terbitan
* insert Inggris([["Laboratory result, a number"]])
* insert DiperiksaDariSpesimen
* ^abstract = true
