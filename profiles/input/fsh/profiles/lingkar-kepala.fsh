Profile: LingkarKepala
Parent: Pengukuran
Id: lingkar-kepala
Title: "Lingkar kepala"
Description: "Lingkar kepala, dalam sentimeter."
* insert Terbitan
* insert Diukur($loinc, 9843-4, vital-signs, cm)
