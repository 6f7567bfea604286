ValueSet: KonsumsiAlkoholVS
Id: konsumsi-alkohol-vs
Title: "Minum alkohol"
Description: "Semua jawaban minum alkohol."
* insert Terbitan
* insert Inggris([["Answers: alcohol"]])
* $sct#219006 "Current drinker"
* $sct#105542008 "Non - drinker"
