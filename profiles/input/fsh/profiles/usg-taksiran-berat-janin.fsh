Profile: UsgTaksiranBeratJanin
Parent: Pengukuran
Id: usg-taksiran-berat-janin
Title: "USG: taksiran berat janin"
Description: "Taksiran berat janin menurut USG, dalam gram."
* insert Terbitan
* insert Inggris([["Ultrasound: estimated fetal weight"]])
* insert Diukur($loinc, 11727-5, imaging, g)
* insert JugaBerkode($anc, ANC.SS.DE45)
