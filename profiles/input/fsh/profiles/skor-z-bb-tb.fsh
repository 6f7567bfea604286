Profile: SkorZBbTb
Parent: SkorZ
Id: skor-z-bb-tb
Title: "Skor z berat badan menurut tinggi badan (BB/TB)"
Description: "Skor z berat badan menurut tinggi badan (BB/TB), dihitung menurut standar WHO, dengan kategori Permenkes 2/2020. Dipakai bila anak diukur berdiri."
* insert Terbitan
* insert Inggris([["Weight-for-height z-score"]])
* insert Diamati($sct, 1153600001, exam)
* interpretation from TafsirGiziVS (required)
