ValueSet: KepalaJaninVS
Id: kepala-janin-vs
Title: "Kepala janin terhadap pintu atas panggul"
Description: "Semua jawaban kepala janin terhadap pintu atas panggul."
* insert Terbitan
* insert Inggris([["Answers: engagement of the fetal head"]])
* $sct#249112006 "Head engaged"
* $sct#62098001 "Head not engaged"
