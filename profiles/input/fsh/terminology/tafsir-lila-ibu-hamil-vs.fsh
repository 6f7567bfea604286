ValueSet: TafsirLilaIbuHamilVS
Id: tafsir-lila-ibu-hamil-vs
Title: "Tafsir LiLA ibu hamil"
Description: "Arti lingkar lengan atas saat hamil menurut batas nasional, dan di luar jangkauan alat."
* insert Terbitan
* insert Inggris([["Meaning of: mid upper arm circumference in pregnancy"]])
* $klinis#OI000018 "Kurang Energi Kronis (KEK)"
* $klinis#OI000035 "Risiko Kurang Energi Kronis (KEK)"
* $tafsir#N "Normal"
* $tafsir#HH "Critical high"
* $tafsir#LL "Critical low"
