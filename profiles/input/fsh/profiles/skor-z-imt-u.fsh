Profile: SkorZImtU
Parent: SkorZ
Id: skor-z-imt-u
Title: "Skor z indeks massa tubuh menurut umur (IMT/U)"
Description: "Skor z indeks massa tubuh menurut umur (IMT/U), dihitung menurut standar WHO, dengan kategori Permenkes 2/2020."
* insert Terbitan
* insert Inggris([["BMI-for-age z-score"]])
* insert Diamati($sct, 1153596006, exam)
* interpretation from TafsirGiziVS (required)
