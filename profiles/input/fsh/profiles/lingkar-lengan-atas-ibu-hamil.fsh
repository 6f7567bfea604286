Profile: LingkarLenganAtasIbuHamil
Parent: LingkarLenganAtas
Id: lingkar-lengan-atas-ibu-hamil
Title: "Lingkar lengan atas ibu hamil"
Description: "Lingkar lengan atas (LiLA) saat hamil, dalam sentimeter, dengan tafsir kurang energi kronis (KEK). Pada anak tafsir ini tidak berarti."
* insert Terbitan
* insert Inggris([["Mid upper arm circumference in pregnancy"]])
* code ^patternCodeableConcept.coding[0] = $sct#284473002
* insert JugaBerkode($anc, ANC.SS.DE3)
* interpretation 1..1 MS
* interpretation from TafsirLilaIbuHamilVS (required)
