Profile: UmurKehamilanLahir
Parent: Pengukuran
Id: umur-kehamilan-lahir
Title: "Usia gestasi saat lahir"
Description: "Umur kehamilan saat bayi lahir, dalam minggu, milik bayinya."
* insert Terbitan
* insert Inggris([["Gestational age at birth"]])
* insert Diukur($loinc, 76516-4, survey, wk)
* value[x] obeys ilp-usia-gestasi
* interpretation MS
* interpretation from TafsirUmurKehamilanLahirVS (required)
