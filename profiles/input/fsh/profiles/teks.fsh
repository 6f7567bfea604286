Profile: Teks
Parent: Pengamatan
Id: teks
Title: "Hasil berupa kata"
Description: "Dasar semua hasil yang dikirim sebagai kata karena contoh nasional meminta kata."
* insert Terbitan
* insert Inggris([["Result in words"]])
* ^abstract = true
* value[x] 1..1
* value[x] only string
* value[x] obeys ilp-jenis-kata
