ValueSet: PresentasiJaninVS
Id: presentasi-janin-vs
Title: "Presentasi janin"
Description: "Semua jawaban presentasi janin."
* insert Terbitan
* insert Inggris([["Answers: fetal presentation"]])
* $sct#1209182005 "Cephalic fetal presentation"
* $sct#6096002 "Breech presentation"
* $sct#288203005 "Transverse/oblique lie"
