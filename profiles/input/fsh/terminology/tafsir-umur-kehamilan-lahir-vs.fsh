ValueSet: TafsirUmurKehamilanLahirVS
Id: tafsir-umur-kehamilan-lahir-vs
Title: "Tafsir usia gestasi saat lahir"
Description: "Arti usia gestasi saat lahir menurut batas nasional, dan di luar jangkauan alat."
* insert Terbitan
* insert Inggris([["Meaning of: gestational age at birth"]])
* $sct#367494004 "Premature birth of newborn"
* $sct#169961004 "Normal birth"
* $tafsir#HH "Critical high"
* $tafsir#LL "Critical low"
