Profile: SuhuTubuh
Parent: Pengukuran
Id: suhu-tubuh
Title: "Suhu tubuh"
Description: "Suhu tubuh, dalam derajat Celsius."
* insert Terbitan
* insert Inggris([["Body temperature"]])
* insert Diukur($loinc, 8310-5, vital-signs, Cel)
