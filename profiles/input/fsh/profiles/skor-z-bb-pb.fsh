Profile: SkorZBbPb
Parent: SkorZ
Id: skor-z-bb-pb
Title: "Skor z berat badan menurut panjang badan (BB/PB)"
Description: "Skor z berat badan menurut panjang badan (BB/PB), dihitung menurut standar WHO, dengan kategori Permenkes 2/2020. Dipakai bila anak diukur telentang."
* insert Terbitan
* insert Inggris([["Weight-for-length z-score"]])
* insert Diamati($sct, 1153598007, exam)
* interpretation from TafsirGiziVS (required)
