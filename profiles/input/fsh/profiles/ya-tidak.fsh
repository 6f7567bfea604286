Profile: YaTidak
Parent: Pengamatan
Id: ya-tidak
Title: "Ya atau tidak"
Description: "Dasar semua jawaban ya atau tidak. Yang tidak ditanyakan tidak ditulis, jadi tidak adanya bukan jawaban tidak."
* insert Terbitan
* insert Inggris([["Yes or no"]])
* ^abstract = true
* value[x] 1..1
* value[x] only boolean
* value[x] obeys ilp-jenis-ya-tidak
