Profile: BeratBadan
Parent: Pengukuran
Id: berat-badan
Title: "Berat badan"
Description: "Berat badan saat kunjungan, dalam kilogram. Berat lahir bukan di sini."
* insert Terbitan
* insert Inggris([["Body weight"]])
* insert Diukur($loinc, 29463-7, vital-signs, kg)
