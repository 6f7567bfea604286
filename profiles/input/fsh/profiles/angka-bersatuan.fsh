Profile: AngkaBersatuan
Parent: Pengamatan
Id: angka-bersatuan
Title: "Angka dengan satuan"
Description: "Dasar semua hasil berupa satu angka dengan satuan UCUM. Nol boleh; angka di bawah nol tidak. Alat yang hanya menunjukkan HI atau LO tidak memberi angka: hasilnya kosong, dengan alasan dan tafsirnya."
* insert Terbitan
* insert Inggris([["Number with a unit"]])
* ^abstract = true
* obeys ilp-hasil
* value[x] only Quantity
* value[x] obeys ilp-jenis-angka-bersatuan
* value[x] obeys ilp-tidak-negatif
* value[x].value 1..1
* value[x].comparator 0..0
* value[x].unit 1..1
* value[x].system 1..1
* value[x].system = $ucum
* value[x].code 1..1
