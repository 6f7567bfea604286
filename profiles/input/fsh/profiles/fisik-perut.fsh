Profile: FisikPerut
Parent: PemeriksaanFisik
Id: fisik-perut
Title: "Perut"
Description: "Pemeriksaan perut ibu atau bayi: normal atau tidak."
* insert Terbitan
* insert Inggris([["Abdomen"]])
* insert Diamati($loinc, 10191-5, exam)
