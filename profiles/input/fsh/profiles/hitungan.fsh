Profile: Hitungan
Parent: Pengamatan
Id: hitungan
Title: "Hitungan"
Description: "Dasar semua hasil berupa bilangan bulat tanpa satuan: berapa kali, berapa orang. Nol adalah jawaban."
* insert Terbitan
* insert Inggris([["Count"]])
* ^abstract = true
* value[x] 1..1
* value[x] only integer
* value[x] obeys ilp-jenis-bilangan
* value[x] obeys ilp-hitungan
