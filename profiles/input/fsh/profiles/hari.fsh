Profile: Hari
Parent: Pengamatan
Id: hari
Title: "Hari"
Description: "Dasar semua jawaban berupa satu hari."
* insert Terbitan
* insert Inggris([["Day"]])
* ^abstract = true
* value[x] 1..1
* value[x] only dateTime
* value[x] obeys ilp-jenis-waktu
* value[x] obeys ilp-hari
