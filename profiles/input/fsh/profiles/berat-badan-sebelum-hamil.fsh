Profile: BeratBadanSebelumHamil
Parent: Pengukuran
Id: berat-badan-sebelum-hamil
Title: "Berat badan sebelum hamil"
Description: "Berat badan sebelum kehamilan ini, dalam kilogram, sebagaimana disebut ibu atau tertulis di Buku KIA."
* insert Terbitan
* insert Inggris([["Weight before pregnancy"]])
* insert Diukur($loinc, 56077-1, survey, kg)
* insert JugaBerkode($anc-who, ANC.B8.DE2)
