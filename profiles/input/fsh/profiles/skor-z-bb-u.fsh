Profile: SkorZBbU
Parent: SkorZ
Id: skor-z-bb-u
Title: "Skor z berat badan menurut umur (BB/U)"
Description: "Skor z berat badan menurut umur (BB/U), dihitung menurut standar WHO, dengan kategori Permenkes 2/2020."
* insert Terbitan
* insert Inggris([["Weight-for-age z-score"]])
* insert Diamati($sct, 1153593003, exam)
* interpretation from TafsirBbUVS (required)
