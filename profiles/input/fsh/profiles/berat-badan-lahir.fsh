Profile: BeratBadanLahir
Parent: Pengukuran
Id: berat-badan-lahir
Title: "Berat badan lahir"
Description: "Berat badan saat lahir, dalam gram, milik bayinya."
* insert Terbitan
* insert Inggris([["Birth weight"]])
* insert Diukur($loinc, 8339-4, vital-signs, g)
* interpretation MS
* interpretation from TafsirBeratBadanLahirVS (required)
