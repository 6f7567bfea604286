ValueSet: TafsirImtSebelumHamilVS
Id: tafsir-imt-sebelum-hamil-vs
Title: "Tafsir IMT sebelum hamil"
Description: "Arti IMT sebelum hamil menurut batas nasional, dan di luar jangkauan alat."
* insert Terbitan
* insert Inggris([["Meaning of: body mass index before pregnancy"]])
* $sct#248342006 "Underweight"
* $sct#43664005 "Normal weight"
* $sct#238131007 "Overweight"
* $sct#414915002 "Obese"
* $tafsir#HH "Critical high"
* $tafsir#LL "Critical low"
