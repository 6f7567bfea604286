Profile: TaksiranBeratJanin
Parent: Pengukuran
Id: taksiran-berat-janin
Title: "Taksiran berat janin"
Description: "Taksiran berat janin (TBJ), dalam gram."
* insert Terbitan
* insert Inggris([["Estimated fetal weight"]])
* insert Diukur($loinc, 89087-1, exam, g)
* insert JugaBerkode($anc, ANC.SS.DE1)
