Profile: TinggiBadanTanpaPosisi
Parent: Pengukuran
Id: tinggi-badan-tanpa-posisi
Title: "Tinggi badan, cara ukur tidak dicatat"
Description: "Panjang atau tinggi badan yang cara ukurnya tidak dicatat."
* insert Terbitan
* insert Inggris([["Height, position not recorded"]])
* insert Diukur($loinc, 8302-2, vital-signs, cm)
