ValueSet: PenolongPersalinanVS
Id: penolong-persalinan-vs
Title: "Penolong persalinan"
Description: "Semua jawaban penolong persalinan yang mempunyai kode nasional; yang lain ditulis dengan kata."
* insert Terbitan
* insert Inggris([["Answers: birth attendant"]])
* $sct#309343006 "Physician Occupation"
* $klinis#OV000012 "Dukun"
