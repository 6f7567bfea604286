Profile: SkorZPbU
Parent: SkorZ
Id: skor-z-pb-u
Title: "Skor z panjang badan menurut umur (PB/U)"
Description: "Skor z panjang badan menurut umur (PB/U), dihitung menurut standar WHO, dengan kategori Permenkes 2/2020. Dipakai bila anak diukur telentang; bila cara ukur tidak dicatat, sebelum 731 hari."
* insert Terbitan
* insert Inggris([["Length-for-age z-score"]])
* insert Diamati($sct, 1153590000, exam)
* interpretation from TafsirPbUVS (required)
