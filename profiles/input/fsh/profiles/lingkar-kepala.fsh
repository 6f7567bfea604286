Profile: LingkarKepala
Parent: Pengukuran
Id: lingkar-kepala
Title: "Lingkar kepala"
Description: "Lingkar kepala, dalam sentimeter."
* insert Terbitan
* insert Inggris([["Head circumference"]])
* insert Diukur($loinc, 9843-4, vital-signs, cm)
