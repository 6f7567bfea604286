Profile: Pengukuran
Parent: AngkaBersatuan
Id: pengukuran
Title: "Pengukuran"
Description: "Dasar semua pengukuran yang hasilnya tidak mungkin nol, misalnya berat badan atau suhu tubuh."
* insert Terbitan
* insert Inggris([["Measurement"]])
* ^abstract = true
* value[x] obeys ilp-terukur
