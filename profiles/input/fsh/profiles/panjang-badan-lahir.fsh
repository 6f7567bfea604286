Profile: PanjangBadanLahir
Parent: Pengukuran
Id: panjang-badan-lahir
Title: "Panjang badan lahir"
Description: "Panjang badan saat lahir, dalam sentimeter, milik bayinya."
* insert Terbitan
* insert Inggris([["Birth length"]])
* insert Diukur($loinc, 89269-5, vital-signs, cm)
