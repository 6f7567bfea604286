ValueSet: TafsirBeratBadanLahirVS
Id: tafsir-berat-badan-lahir-vs
Title: "Tafsir berat badan lahir"
Description: "Arti berat badan lahir menurut batas nasional, dan di luar jangkauan alat."
* insert Terbitan
* insert Inggris([["Meaning of: birth weight"]])
* $sct#276712009 "Normal birth weight"
* $sct#276613009 "High birth weight"
* $tafsir#HH "Critical high"
* $tafsir#LL "Critical low"
