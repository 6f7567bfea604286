ValueSet: TafsirLilaVS
Id: tafsir-lila-vs
Title: "Tafsir LiLA"
Description: "Arti lingkar lengan atas pada anak dan pada ibu hamil menurut batas nasional, dan di luar jangkauan alat."
* insert Terbitan
* insert Inggris([["Meaning of: mid upper arm circumference"]])
* $klinis#OI000001 "Gizi Buruk"
* $klinis#OI000018 "Kurang Energi Kronis (KEK)"
* $klinis#OI000035 "Risiko Kurang Energi Kronis (KEK)"
* $tafsir#N "Normal"
* $tafsir#HH "Critical high"
* $tafsir#LL "Critical low"
