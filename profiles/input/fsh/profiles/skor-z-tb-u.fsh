Profile: SkorZTbU
Parent: SkorZ
Id: skor-z-tb-u
Title: "Skor z tinggi badan menurut umur (TB/U)"
Description: "Skor z tinggi badan menurut umur (TB/U), dihitung menurut standar WHO, dengan kategori Permenkes 2/2020. Dipakai bila anak diukur berdiri; bila cara ukur tidak dicatat, sejak 731 hari."
* insert Terbitan
* insert Inggris([["Height-for-age z-score"]])
* insert Diamati($sct, 1153604005, exam)
* interpretation from TafsirTbUVS (required)
