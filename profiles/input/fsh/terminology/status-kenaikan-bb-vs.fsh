ValueSet: StatusKenaikanBbVS
Id: status-kenaikan-bb-vs
Title: "Status kenaikan berat badan"
Description: "Naik adekuat (N) atau tidak adekuat (T)."
* insert Terbitan
* insert Inggris([["Answers: weight gain"]])
* $klinis#OV000305 "Naik adekuat"
* $klinis#OV000306 "Tidak Adekuat"
