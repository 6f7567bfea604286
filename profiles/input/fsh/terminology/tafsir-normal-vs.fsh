ValueSet: TafsirNormalVS
Id: tafsir-normal-vs
Title: "Normal atau tidak"
Description: "Arti hasil pemeriksaan bagian tubuh."
* insert Terbitan
* insert Inggris([["Normal or not"]])
* $tafsir#N "Normal"
* $tafsir#A "Abnormal"
