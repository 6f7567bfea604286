Profile: IndeksMassaTubuh
Parent: Pengukuran
Id: indeks-massa-tubuh
Title: "Indeks massa tubuh (IMT)"
Description: "Indeks massa tubuh, dihitung dari berat dan panjang atau tinggi pada kunjungan yang sama. Pada anak hanya skor z-nya (IMT/U) yang dikategorikan."
* insert Terbitan
* insert Inggris([["Body mass index"]])
* insert Diukur($loinc, 39156-5, vital-signs, kg/m2)
* method 1..1 MS
* method = CaraHitung#imt
* derivedFrom MS
* derivedFrom only Reference(Observation)
